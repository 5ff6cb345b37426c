package org.triviumcrm.approval;

/** The submitter took a case back. */
public record CaseRecalled(CaseRef approval) {}
