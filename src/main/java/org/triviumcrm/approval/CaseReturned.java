package org.triviumcrm.approval;

/** A case went back to its submitter, who can change the record and submit it again. */
public record CaseReturned(CaseRef approval) {}
