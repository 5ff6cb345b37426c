package org.triviumcrm.support.care;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.triviumcrm.customer.PlannedTasks;
import org.triviumcrm.customer.PlannedTasks.Planned;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Company;

/**
 * Makes the tasks of active plans, once a day each, many customers at a time. Begun again after a crash it goes through all of them once
 * more, and what is there already is not made twice.
 */
@Component
class CareRun {

    private static final int BATCH = 500;
    private static final LocalTime DUE = LocalTime.of(17, 0);

    private final CarePlanRepository plans;
    private final CareReadRepository reads;
    private final DutyRepository kept;
    private final PlannedTasks tasks;
    private final CareExits exits;
    private final Companies companies;
    private final TransactionTemplate transactions;
    private final Clock clock;

    CareRun(
            CarePlanRepository plans,
            CareReadRepository reads,
            DutyRepository kept,
            PlannedTasks tasks,
            CareExits exits,
            Companies companies,
            TransactionTemplate transactions,
            Clock clock) {
        this.plans = plans;
        this.reads = reads;
        this.kept = kept;
        this.tasks = tasks;
        this.exits = exits;
        this.companies = companies;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** All plans that have not been looked at on this day. */
    void run() {
        ZoneId zone = companies.current().map(Company::zone).orElse(ZoneOffset.UTC);
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        for (CarePlan plan : waiting(today)) {
            long last = 0;
            while (last >= 0) {
                long from = last;
                last = transactions.execute(transaction -> batch(plan, from, today, zone));
            }
            transactions.executeWithoutResult(transaction -> reached(plan.getId(), today));
        }
    }

    private List<CarePlan> waiting(LocalDate today) {
        return transactions.execute(transaction -> plans.findByState(CareState.ACTIVE).stream()
                .filter(plan ->
                        plan.getReachedOn() == null || plan.getReachedOn().isBefore(today))
                .peek(CarePlan::getLines)
                .toList());
    }

    private void reached(long id, LocalDate today) {
        plans.hold(id).filter(plan -> plan.getState() == CareState.ACTIVE).ifPresent(plan -> {
            plan.reach(today);
            if (today.isAfter(plan.getEndsOn())) {
                plan.end(exits.end(plan), clock.instant());
            }
        });
    }

    /** @return the last customer, or less than 0 when there are no more */
    private long batch(CarePlan plan, long from, LocalDate today, ZoneId zone) {
        List<CareCustomer> customers = reads.customersAfter(plan, from, BATCH);
        if (customers.isEmpty()) {
            return -1;
        }
        Map<CareRhythm, Map<Long, List<CareOccasion>>> occasions = occasions(plan, customers, today);
        List<Long> duties = new ArrayList<>();
        List<Planned> planned = new ArrayList<>();
        for (CareCustomer customer : customers) {
            for (int position = 0; position < plan.getLines().size(); position++) {
                CareLine line = plan.getLines().get(position);
                if (line.getRhythm().hasOccasions()) {
                    for (CareOccasion occasion :
                            occasions.getOrDefault(line.getRhythm(), Map.of()).getOrDefault(customer.id(), List.of())) {
                        add(plan, position, customer, occasion, occasion.on(), today, zone, duties, planned);
                    }
                } else {
                    add(plan, position, customer, null, customer.firstOn(), today, zone, duties, planned);
                }
            }
        }
        List<Long> made = tasks.add(planned);
        for (int at = 0; at < made.size(); at++) {
            kept.give(duties.get(at), made.get(at));
        }
        return customers.get(customers.size() - 1).id();
    }

    /** What the lines of a plan have to know of these customers, in one statement for each of them. */
    private Map<CareRhythm, Map<Long, List<CareOccasion>>> occasions(
            CarePlan plan, List<CareCustomer> customers, LocalDate today) {
        List<Long> ids = customers.stream().map(CareCustomer::id).toList();
        Map<CareRhythm, Map<Long, List<CareOccasion>>> occasions = new EnumMap<>(CareRhythm.class);
        plan.getLines().stream()
                .map(CareLine::getRhythm)
                .filter(CareRhythm::hasOccasions)
                .distinct()
                .forEach(rhythm -> occasions.put(
                        rhythm,
                        rhythm == CareRhythm.BIRTHDAY
                                ? reads.birthdays(ids)
                                : reads.contracts(ids, today, rhythm == CareRhythm.CONTRACT_END)));
        return occasions;
    }

    private void add(
            CarePlan plan,
            int position,
            CareCustomer customer,
            @Nullable CareOccasion occasion,
            @Nullable LocalDate anniversary,
            LocalDate today,
            ZoneId zone,
            List<Long> duties,
            List<Planned> planned) {
        CareLine line = plan.getLines().get(position);
        long person = customer.ownerId() == null ? plan.getOwnerId() : customer.ownerId();
        LocalDate until = today.plusDays(line.getLeadDays());
        for (LocalDate due : CareDays.of(
                line,
                plan.getStartsOn(),
                plan.getEndsOn(),
                customer.id(),
                anniversary,
                since(plan, line, today),
                until)) {
            Long contact = occasion == null ? null : occasion.contactId();
            Long contract = occasion == null ? null : occasion.contractId();
            Long duty = kept.add(new NewDuty(plan.getId(), position, customer.id(), contact, contract, due, person));
            if (duty != null) {
                duties.add(duty);
                String subject = occasion == null ? line.getSubject() : line.getSubject() + ": " + occasion.name();
                planned.add(new Planned(
                        person,
                        customer.id(),
                        subject,
                        plan.getName(),
                        due.atTime(DUE).atZone(zone).toInstant()));
            }
        }
    }

    /**
     * What was on a list yesterday was put there yesterday; days that nobody looked at because no node ran are made up for. Whoever
     * comes into a plan later is not reproached with what was before.
     */
    private static LocalDate since(CarePlan plan, CareLine line, LocalDate today) {
        LocalDate reached = plan.getReachedOn();
        LocalDate active = plan.getActiveSince() == null ? today : plan.getActiveSince();
        LocalDate missed = reached == null ? active : reached.plusDays(1L + line.getLeadDays());
        LocalDate first = missed.isBefore(today) ? missed : today;
        return first.isBefore(active) ? active : first;
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        Task<Void> makeTasksOfCare(ObjectProvider<CareRun> run) {
            return Tasks.recurring("support-make-tasks-of-care", FixedDelay.of(Duration.ofMinutes(1)))
                    .execute((instance, context) -> run.getObject().run());
        }
    }
}
