package org.triviumcrm.support.care;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.triviumcrm.approval.SubjectState;
import org.triviumcrm.identity.Companies;

/** Plans as approvals look at them. */
@Component
class CareFacts {

    static final String BUDGET = "budget";
    static final String CUSTOMERS = "customers";
    static final String DAYS = "days";
    static final String OWNER = "owner";
    static final String OWNER_TEAM = "ownerTeam";

    private final CareReadRepository reads;
    private final Companies companies;

    CareFacts(CareReadRepository reads, Companies companies) {
        this.reads = reads;
        this.companies = companies;
    }

    SubjectState of(CarePlan plan) {
        return of(plan, reads.customers(plan));
    }

    /** @param customers whom it is for now */
    SubjectState of(CarePlan plan, long customers) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(BUDGET, plan.getBudget().stripTrailingZeros());
        values.put(CUSTOMERS, BigDecimal.valueOf(customers));
        values.put(DAYS, BigDecimal.valueOf(ChronoUnit.DAYS.between(plan.getStartsOn(), plan.getEndsOn()) + 1));
        values.put(OWNER, plan.getOwnerId());
        Long team = plan.getTeamId();
        if (team != null) {
            values.put(OWNER_TEAM, team);
        }
        values.put("lines", plan.getLines().stream().map(CareLine::asText).collect(Collectors.joining("\n")));
        return new SubjectState(
                plan.getId(),
                plan.getName(),
                CareController.PATH + "/" + plan.getId(),
                plan.getOwnerId(),
                team,
                plan.getBudget(),
                companies.currency(),
                plan.getVersion(),
                values);
    }
}
