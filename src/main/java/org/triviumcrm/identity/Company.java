package org.triviumcrm.identity;

import java.time.ZoneId;
import java.util.Locale;

/** The company that this installation belongs to. */
public record Company(String name, String currency, Locale locale, ZoneId zone) {}
