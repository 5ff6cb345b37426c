package org.triviumcrm.marketing.capture;

import java.time.Instant;
import java.util.Map;

/**
 * Something that a form has sent and that is thought to be spam.
 *
 * @param sent what was sent, by the names of the form
 */
record Suspect(long id, long keyId, String key, Instant at, Suspicion suspicion, Map<String, String> sent) {}
