package org.triviumcrm.approval;

/** A case went back to its submitter for changes. */
public record CaseReturned(CaseRef approval) {}
