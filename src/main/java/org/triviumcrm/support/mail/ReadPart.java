package org.triviumcrm.support.mail;

import org.jspecify.annotations.Nullable;

/**
 * A file within a mail.
 *
 * @param contentId by which the HTML shows it, without its brackets; null for what is attached only
 */
record ReadPart(String name, @Nullable String contentId, byte[] content) {}
