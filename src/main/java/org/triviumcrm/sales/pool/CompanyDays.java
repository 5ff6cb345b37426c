package org.triviumcrm.sales.pool;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Company;

/** Which day it is in the company. */
@Component
class CompanyDays {

    private final Companies companies;
    private final Clock clock;

    CompanyDays(Companies companies, Clock clock) {
        this.companies = companies;
        this.clock = clock;
    }

    ZoneId zone() {
        return companies.current().map(Company::zone).orElse(ZoneOffset.UTC);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone());
    }
}
