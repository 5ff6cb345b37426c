package org.triviumcrm.approval;

/** A case was rejected. */
public record CaseRejected(CaseRef approval) {}
