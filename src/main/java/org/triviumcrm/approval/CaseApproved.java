package org.triviumcrm.approval;

/** A case was approved, and what it asked for has been done. */
public record CaseApproved(CaseRef approval) {}
