package org.triviumcrm.identity.setup;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An unattended first run: with an administrator's password the application sets itself up when it starts with an
 * empty database.
 *
 * @param administratorPassword starts the unattended run; the same rules as on the page
 * @param signInName the administrator's
 * @param name the administrator's
 * @param language en or zh-CN
 * @param currency ISO code of the company's currency
 * @param demo whether to begin with demo data
 * @param demoPassword of the demo people; without one nobody signs in as them
 */
@ConfigurationProperties("trivium.setup")
record SetupProperties(
        @Nullable String administratorPassword,
        @DefaultValue("admin") String signInName,
        @DefaultValue("Administrator") String name,
        @DefaultValue("Trivium") String company,
        @DefaultValue("en") String language,
        @DefaultValue("USD") String currency,
        @DefaultValue("UTC") String timeZone,
        @DefaultValue("false") boolean demo,
        @Nullable String demoPassword) {

    StartCompany input(String password) {
        return new StartCompany(
                company, currency, language, timeZone, name, signInName, null, password, demo, demoPassword);
    }
}
