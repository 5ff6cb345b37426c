package org.triviumcrm.approval;

/**
 * A case was approved, but what it asked for could not be done any more.
 *
 * @param reason message key, or what went wrong in the program's words
 */
public record CaseFailed(CaseRef approval, String reason) {}
