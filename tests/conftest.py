"""What more than one test file needs: the papers of the sample dossiers, made once; how many examples are tried."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from papers import INPUTS, Run, Said, run

from pipeline.cli import run as run_command
from pipeline.dossier import dossiers
from pipeline.problems import Problems

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
settings.register_profile("normal", max_examples=200, deadline=None, derandomize=True, suppress_health_check=SLOW)
settings.register_profile("nightly", max_examples=2000, deadline=None, suppress_health_check=SLOW)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "normal"))


@pytest.fixture(scope="session")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Run]:
    """The papers of every sample dossier, by its name."""
    outputs = tmp_path_factory.mktemp("outputs")
    return {dossier.name: run(dossier, outputs) for dossier in dossiers(INPUTS, Problems())}


@pytest.fixture
def said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Said:
    """Runs a command in a working folder with nothing but a folder of inputs."""
    (tmp_path / "inputs").mkdir(exist_ok=True)
    monkeypatch.chdir(tmp_path)

    def command(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = run_command(arguments)
        return code, *capsys.readouterr()

    return command
