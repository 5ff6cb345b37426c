package org.triviumcrm.approval;

/** Somebody is asked to decide. */
public record ApprovalTaskOpened(CaseRef approval, long taskId, long personId) {}
