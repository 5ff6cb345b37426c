package org.triviumcrm.identity;

import java.time.ZoneId;
import java.util.Locale;

/**
 * The company has just been set up, in the transaction that publishes this. Modules listen to bring along what a new
 * company starts with; whoever fails makes the whole start fail.
 *
 * @param currency ISO code of the company's currency
 * @param locale language of what is brought along
 * @param demo whether demo data follows
 * @param administrator the first person
 */
public record CompanySetUp(
        String name, String currency, Locale locale, ZoneId zone, boolean demo, Viewer administrator) {}
