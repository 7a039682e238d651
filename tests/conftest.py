"""What more than one test file needs: the papers of the sample dossiers, made once."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from papers import INPUTS, Run, run

from pipeline.dossier import dossiers
from pipeline.problems import Problems


@pytest.fixture(scope="session")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Run]:
    """The papers of every sample dossier, by its name."""
    outputs = tmp_path_factory.mktemp("outputs")
    return {dossier.name: run(dossier, outputs) for dossier in dossiers(INPUTS, Problems())}
