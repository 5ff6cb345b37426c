package org.triviumcrm.sales.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.marketing.MiningQuestion;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;

/** Who renewed, of those whose contract has ended, and when: on the day of the new paper or of the win, not on that of the old end. */
@IntegrationTest
class RenewedTests {

    private static final LocalDate TODAY = LocalDate.now();
    private static final LocalDate ENDED = TODAY.minusDays(100);

    @Autowired
    RenewalQuestions questions;

    @Autowired
    SampleCompany company;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient database;

    private long next = 990_100;

    @BeforeEach
    void contractsCanBeWritten() {
        company.found();
        database.sql("select set_config('trivium.passage', 'TESTS', true)")
                .query(String.class)
                .single();
    }

    @Test
    void isDatedByTheDayOfTheNewPaper() {
        long early = customer();
        contract(early, TODAY.minusYears(1), ENDED, null);
        contract(early, ENDED.minusDays(20), TODAY.plusYears(1), null);
        long late = customer();
        contract(late, TODAY.minusYears(1), ENDED, null);
        contract(late, ENDED.plusDays(80), TODAY.plusYears(1), null);
        long again = customer();
        contract(again, TODAY.minusYears(1), ENDED, null);
        contract(again, ENDED.plusDays(60), TODAY.plusYears(1), null);
        contract(again, ENDED.plusDays(10), TODAY.plusYears(1), null);
        assertThat(renewed())
                .containsOnly(
                        Map.entry(early, ENDED.minusDays(20)),
                        Map.entry(late, ENDED.plusDays(80)),
                        Map.entry(again, ENDED.plusDays(10)));
        assertThat(asked()).containsOnlyKeys(early, late, again).containsValue(ENDED);
    }

    @Test
    void aWonOpportunityToRenewCountsFromItsDay() {
        long customer = customer();
        long opportunity = company.id("opportunity");
        contract(customer, TODAY.minusYears(1), ENDED, opportunity);
        database.sql("update opportunity set state = 'OPEN', closed_on = null where id = :id")
                .param("id", opportunity)
                .update();
        assertThat(renewed()).as("still open").isEmpty();
        assertThat(asked()).containsOnlyKeys(customer);
        database.sql("update opportunity set state = 'WON', closed_on = :day where id = :id")
                .param("day", TODAY.minusDays(3))
                .param("id", opportunity)
                .update();
        assertThat(renewed()).containsOnly(Map.entry(customer, TODAY.minusDays(3)));
    }

    @Test
    void aPaperLongAfterTheEndIsNoRenewalAndWhatHasNotEndedIsNotLearnedFrom() {
        long longAfter = customer();
        contract(longAfter, TODAY.minusYears(1), ENDED, null);
        contract(longAfter, ENDED.plusDays(91), TODAY.plusYears(1), null);
        long goesOn = customer();
        contract(goesOn, TODAY.minusYears(1), TODAY.plusDays(1), null);
        contract(goesOn, TODAY.minusDays(5), TODAY.plusYears(2), null);
        assertThat(renewed())
                .as("an early renewal is one on its day, for those who were promised to renew")
                .containsOnly(Map.entry(goesOn, TODAY.minusDays(5)));
        assertThat(asked()).containsOnlyKeys(longAfter);
    }

    @Test
    void openIsWhoeverHasAContractThatIsNotRenewedYet() {
        long running = customer();
        contract(running, TODAY.minusYears(1), TODAY.plusDays(30), null);
        long justOver = customer();
        contract(justOver, TODAY.minusYears(1), TODAY.minusDays(89), null);
        long over = customer();
        contract(over, TODAY.minusYears(1), TODAY.minusDays(90), null);
        long won = customer();
        long opportunity = company.id("opportunity");
        contract(won, TODAY.minusYears(1), TODAY.plusDays(30), opportunity);
        customer();
        database.sql("update opportunity set state = 'WON', closed_on = :day where id = :id")
                .param("day", TODAY.minusDays(3))
                .param("id", opportunity)
                .update();
        assertThat(database.sql("select distinct customer_id from ("
                                + question().open() + ") q where customer_id >= 990100 order by 1")
                        .query(Long.class)
                        .list())
                .containsExactly(running, justOver);
        assertThat(asked()).containsOnlyKeys(over);
    }

    private Map<Long, LocalDate> renewed() {
        return days(question().yes());
    }

    private Map<Long, LocalDate> asked() {
        return days(String.valueOf(question().asked()));
    }

    private MiningQuestion question() {
        List<MiningQuestion> all = questions.questions(accounts.administrator(), Locale.ENGLISH);
        assertThat(all).extracting(MiningQuestion::key).containsExactly("renewed");
        return all.get(0);
    }

    private Map<Long, LocalDate> days(String sql) {
        return database
                .sql("select customer_id, min(happened) as happened from (" + sql
                        + ") q where customer_id >= 990100 group by customer_id")
                .query((row, number) -> Map.entry(
                        row.getLong("customer_id"), row.getDate("happened").toLocalDate()))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private long customer() {
        long id = next++;
        database.sql(
                        "insert into customer (id, name, created_at, updated_at) values (:id, 'Renewing ' || :id, now(), now())")
                .param("id", id)
                .update();
        return id;
    }

    private void contract(long customer, LocalDate signedOn, LocalDate endsOn, @Nullable Long renewal) {
        long id = next++;
        database.sql("""
                        insert into contract (id, number, revision, root_id, name, customer_id, language, currency, gross, dated_on, starts_on, ends_on,
                            renewal, remind_days, discount_kind, discount_value, state, state_since, released_at, signed_on, base_gain, renewal_id, owner_id,
                            created_at, updated_at)
                        values (:id, 'K' || :id, 1, :id, 'Care', :customer, 'en', 'USD', false, :signed, :signed, :ends, 'NONE', 30, 'PERCENT', 0,
                            'SIGNED', now(), now(), :signed, 100, cast(:renewal as bigint), :owner, now(), now())""")
                .param("id", id)
                .param("customer", customer)
                .param("signed", signedOn)
                .param("ends", endsOn)
                .param("renewal", renewal, java.sql.Types.BIGINT)
                .param("owner", company.id("person"))
                .update();
    }
}
