package org.triviumcrm.approval;

/**
 * What is done once it is approved: exactly what was submitted, as nobody looks at a form a second time.
 *
 * @param kind which input record of the subject, such as {@code win}
 * @param json that record
 */
public record ApprovedAction(String kind, String json) {}
