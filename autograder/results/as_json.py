"""Results as JSON, as `--json` prints them and receipts hold them, and read back exactly."""

from __future__ import annotations

from dataclasses import asdict
from fractions import Fraction
from typing import Any

from autograder.data.sentence import sentence_from_json, sentence_to_json
from autograder.results.divergence import Divergence
from autograder.results.kinds import Kind, Verdict
from autograder.results.result import CaseResult, ExerciseResult, Finding, SubmissionResult


def to_json(result: SubmissionResult) -> dict[str, Any]:
    """`result` as plain JSON data, as `--json` prints it and receipts hold it."""
    return {
        "student": result.student,
        "assignment": result.assignment,
        "verdict": str(result.verdict),
        "score": None if result.score is None else float(result.score),
        "points": float(result.points),
        "tier": result.tier,
        "device": result.device,
        "seconds": round(result.seconds, 3),
        "versions": dict(result.versions),
        "findings": [_finding_to_json(finding) for finding in result.findings],
        "exercises": [_exercise_to_json(exercise) for exercise in result.exercises],
    }


def from_json(data: dict[str, Any]) -> SubmissionResult:
    """The result that `to_json` wrote; KeyError, ValueError or TypeError where it is none."""
    return SubmissionResult(
        student=data["student"],
        assignment=data["assignment"],
        exercises=tuple(_exercise_from_json(entry) for entry in data["exercises"]),
        findings=tuple(_finding_from_json(entry) for entry in data["findings"]),
        tier=data["tier"],
        device=data["device"],
        seconds=data["seconds"],
        versions=data["versions"],
    )


def _finding_to_json(finding: Finding) -> dict[str, Any]:
    return {
        "kind": str(finding.kind),
        "said": [sentence_to_json(sentence) for sentence in finding.said],
        "detail": [sentence_to_json(sentence) for sentence in finding.detail],
        "mistake": finding.mistake,
    }


def _finding_from_json(data: dict[str, Any]) -> Finding:
    said, detail = (
        tuple(sentence_from_json(entry) for entry in data[key]) for key in ("said", "detail")
    )
    return Finding(Kind(data["kind"]), said, detail, data["mistake"])


def _divergence_from_json(data: dict[str, Any]) -> Divergence:
    curves = {name: tuple(data[name]) for name in ("got", "expected")}
    return Divergence(**{**data, **curves})


def _exercise_to_json(exercise: ExerciseResult) -> dict[str, Any]:
    return {
        "name": exercise.name,
        "verdict": str(exercise.verdict),
        # Fractions as text: "10/3" comes back exactly.
        "points": str(exercise.points),
        "score": None if exercise.score is None else float(exercise.score),
        "findings": [_finding_to_json(finding) for finding in exercise.findings],
        "notes": [_finding_to_json(finding) for finding in exercise.notes],
        "divergence": exercise.divergence and asdict(exercise.divergence),
        "cases": [
            {
                "name": case.name,
                "public": case.public,
                "weight": case.weight,
                "verdict": str(case.verdict),
                "credit": str(case.credit),
                "finding": None if case.finding is None else _finding_to_json(case.finding),
            }
            for case in exercise.cases
        ],
    }


def _exercise_from_json(data: dict[str, Any]) -> ExerciseResult:
    cases = tuple(
        CaseResult(
            name=case["name"],
            public=case["public"],
            weight=case["weight"],
            verdict=Verdict(case["verdict"]),
            credit=Fraction(case["credit"]),
            finding=None if case["finding"] is None else _finding_from_json(case["finding"]),
        )
        for case in data["cases"]
    )
    findings, notes = (
        tuple(_finding_from_json(entry) for entry in data[key]) for key in ("findings", "notes")
    )
    return ExerciseResult(
        name=data["name"],
        points=Fraction(data["points"]),
        cases=cases,
        findings=findings,
        notes=notes,
        divergence=data["divergence"] and _divergence_from_json(data["divergence"]),
    )
