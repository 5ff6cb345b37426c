package org.triviumcrm.approval;

/**
 * A case that its record waits for.
 *
 * @param returned whether it waits for changes by its submitter; else for those who are asked
 */
public record WaitingCase(CaseRef about, boolean returned) {}
