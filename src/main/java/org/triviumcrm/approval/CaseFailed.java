package org.triviumcrm.approval;

/** A case was approved, but what it asked for could not be done any more. */
public record CaseFailed(CaseRef approval) {}
