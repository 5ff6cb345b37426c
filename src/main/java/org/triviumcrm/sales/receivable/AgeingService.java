package org.triviumcrm.sales.receivable;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.customer.VisibleCustomers;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;

/** Who owes how much, and for how long, of the contracts that the viewer sees. */
@Service
@Transactional(readOnly = true)
public class AgeingService {

    private static final String CONTRACT = "contract";

    private final AgeingRepository repository;
    private final VisibleCustomers customers;
    private final Companies companies;
    private final Clock clock;

    AgeingService(AgeingRepository repository, VisibleCustomers customers, Companies companies, Clock clock) {
        this.repository = repository;
        this.customers = customers;
        this.companies = companies;
        this.clock = clock;
    }

    @CanViewReceivables
    public Ageing now(Viewer viewer) {
        Scope scope = viewer.scope(CONTRACT);
        LocalDate today = today();
        List<Ageing.Row> rows = repository.customers(scope, today);
        int shown = Math.min(rows.size(), AgeingRepository.MOST);
        return new Ageing(
                today,
                companies.currency(),
                repository.total(scope, today),
                rows.subList(0, shown),
                rows.size() > shown);
    }

    /** What one customer owes, as the total. @throws org.triviumcrm.shared.web.NotFound when the viewer does not see them */
    @CanViewReceivables
    public Ageing ofCustomer(Viewer viewer, long customerId) {
        customers.require(viewer, customerId);
        LocalDate today = today();
        Ageing.Row row = repository.customer(viewer.scope(CONTRACT), today, customerId).stream()
                .findFirst()
                .orElseGet(() ->
                        new Ageing.Row(customerId, "", Collections.nCopies(Ageing.LIMITS.size() + 1, BigDecimal.ZERO)));
        return new Ageing(today, companies.currency(), row, List.of(), false);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), companies.zone());
    }
}
