package org.triviumcrm.customer.value;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.triviumcrm.customer.CustomerMeasure;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Company;

/**
 * Reckons all customers anew: once an hour, because revenue grows old without anybody writing, and within a minute when the rules change or
 * much revenue arrives. Between these, whoever writes revenue has the values of its customers reckoned in the same transaction. Many at a time, so that nobody waits for long.
 */
@Component
class ValueReckoning {

    private static final int BATCH = 2_000;
    /** Months that are kept: two years, and one to begin with. */
    static final int KEPT = 25;

    private static final Duration HOUR = Duration.ofHours(1);

    private final ValueRuleRepository rules;
    private final ReckoningRepository reckoning;
    private final Measures measures;
    private final WorthRepository worth;
    private final ParetoRepository pareto;
    private final MonthRepository months;
    private final Companies companies;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ValueReckoning(
            ValueRuleRepository rules,
            ReckoningRepository reckoning,
            Measures measures,
            WorthRepository worth,
            ParetoRepository pareto,
            MonthRepository months,
            Companies companies,
            TransactionTemplate transactions,
            Clock clock) {
        this.rules = rules;
        this.reckoning = reckoning;
        this.measures = measures;
        this.worth = worth;
        this.pareto = pareto;
        this.months = months;
        this.companies = companies;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Unless all is as it should be. */
    void look() {
        boolean due = reckoning.isDue(clock.instant().minus(HOUR));
        if (due) {
            run();
        }
        months(due ? clock.instant() : clock.instant().minus(HOUR));
    }

    /** Until it is done; begun again, it begins anew and comes to the same. */
    void run() {
        transactions.executeWithoutResult(transaction -> bound());
        long last = 0;
        while (last >= 0) {
            long from = last;
            last = transactions.execute(transaction -> batch(from));
        }
        SaveValueRules now = rules.read();
        LocalDate today = today();
        measures.others()
                .forEach(measure -> transactions.executeWithoutResult(transaction ->
                        worth.reckon(measure, now, today.minusMonths(now.months()), today, clock.instant())));
        measures.all().forEach(measure -> cuts(measure, now, today));
    }

    private void cuts(CustomerMeasure measure, SaveValueRules now, LocalDate today) {
        Arrays.stream(ParetoCut.values())
                .filter(cut -> cut != ParetoCut.CUSTOMER)
                .forEach(cut -> transactions.executeWithoutResult(transaction -> pareto.keep(
                        measure,
                        cut,
                        now,
                        today.minusMonths(now.months()),
                        today,
                        ParetoService.MOST,
                        clock.instant())));
    }

    /**
     * Writes down the months that are over, each in a transaction of its own, and forgets those that nobody can ask
     * for any more. What amounts are dated counts, so a company that begins with past sales has its past at once.
     *
     * @param before months in which nobody had brought anything when they were looked at before this are looked at again
     */
    private void months(Instant before) {
        YearMonth last = YearMonth.from(today()).minusMonths(1);
        YearMonth first = last.minusMonths(KEPT - 1L);
        for (CustomerMeasure measure : measures.all()) {
            months.before(measure, first)
                    .forEach(month -> transactions.executeWithoutResult(transaction -> months.drop(measure, month)));
            months.missing(measure, first, last, before).stream()
                    .forEach(month -> transactions.executeWithoutResult(transaction -> {
                        months.drop(measure, month);
                        months.take(measure, rules.read(), month, clock.instant());
                    }));
        }
    }

    private void bound() {
        SaveValueRules now = rules.read();
        LocalDate today = today();
        reckoning.bound(now, today, today.minusMonths(now.months()), clock.instant());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(
                clock.instant(), companies.current().map(Company::zone).orElse(ZoneOffset.UTC));
    }

    /** @return the last customer, or less than 0 when there are no more */
    private long batch(long from) {
        List<Long> customers = reckoning.after(from, BATCH);
        if (customers.isEmpty()) {
            return -1;
        }
        reckoning.reckon(reckoning.free(customers));
        return customers.get(customers.size() - 1);
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        Task<Void> reckonCustomerValues(ObjectProvider<ValueReckoning> reckoning) {
            return Tasks.recurring("customer-reckon-values", FixedDelay.of(Duration.ofMinutes(1)))
                    .execute((instance, context) -> reckoning.getObject().look());
        }
    }
}
