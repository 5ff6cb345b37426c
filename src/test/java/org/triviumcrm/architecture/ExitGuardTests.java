package org.triviumcrm.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.SQLException;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;

/**
 * What the database itself refuses, whoever writes: TA001 what waits for a decision, TA002 what was not asked for. Other tests
 * write with a passage that is always open; it is shut here.
 */
@IntegrationTest
class ExitGuardTests {

    private static final String OTHER_STAGE =
            "stage_id = (select id from stage where pipeline_id = opportunity.pipeline_id and kind = 'OPEN' and id <> stage_id limit 1)";
    private static final String INSERT = """
            insert into opportunity (id, name, customer_id, pipeline_id, stage_id, state, amount, base_amount, currency, probability,
                opened_on, closed_on, stage_entered_at, owner_id, created_at, updated_at)
            select nextval('opportunity_seq'), 'Another', customer_id, pipeline_id, stage_id, '%s', 5, 5, 'USD', 10,
                current_date, %s, now(), owner_id, now(), now() from opportunity where id = :id""";

    @Autowired
    SampleCompany company;

    @Autowired
    JdbcClient database;

    private long id;

    @BeforeEach
    void records() {
        company.found();
        id = company.id("opportunity");
        passage("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "amount = 1",
                "base_amount = 1",
                "currency = 'EUR'",
                "name = 'Other'",
                "customer_id = null",
                "product_id = null",
                "expected_close_date = current_date",
                "probability = 99",
                "owner_id = (select max(id) from person)",
                "state = 'SUSPENDED', suspended_until = current_date + 9, suspend_reason = 'Budget'",
                "stage_entered_at = now() - interval '1 year'",
                "opened_on = current_date - 1",
                "approval_case_id = null",
                "approval_case_id = null, amount = 1",
                OTHER_STAGE
            })
    void whatWaitsStaysAsItIs(String change) {
        waitsFor(lockingCase());
        assertRefused("TA001", "update opportunity set " + change + " where id = :id");
    }

    @Test
    void whatWaitsStaysAsItIsWithAPassageToo() {
        waitsFor(lockingCase());
        passage("WIN");
        assertRefused("TA001", "update opportunity set " + OTHER_STAGE + " where id = :id");
    }

    @Test
    void whatWaitsIsNotDeleted() {
        waitsFor(lockingCase());
        passage("DELETE");
        assertRefused("TA001", "delete from opportunity where id = :id");
    }

    @Test
    void anotherCaseDoesNotUnlockIt() {
        long locking = lockingCase();
        waitsFor(locking);
        set("trivium.approval_case", "" + (locking + 1));
        assertRefused("TA001", "update opportunity set amount = 1 where id = :id");
    }

    @Test
    void itsOwnCaseDoes() {
        long locking = lockingCase();
        waitsFor(locking);
        set("trivium.approval_case", "" + locking);
        update("update opportunity set amount = 1 where id = :id");
        assertThat(read("amount")).isEqualTo("1.00");
    }

    @Test
    void itsOwnCaseLetsItGo() {
        long locking = lockingCase();
        waitsFor(locking);
        set("trivium.approval_case", "" + locking);
        update("update opportunity set approval_case_id = null where id = :id");
        set("trivium.approval_case", "");
        update("update opportunity set amount = 1 where id = :id");
        assertThat(read("amount")).isEqualTo("1.00");
    }

    @Test
    void itsOwnCaseMovesNothingWithoutAPassage() {
        long locking = lockingCase();
        waitsFor(locking);
        set("trivium.approval_case", "" + locking);
        assertRefused("TA002", "update opportunity set " + OTHER_STAGE + " where id = :id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "team_id = null",
                "territory_id = (select max(id) from territory), territory_fixed = true",
                "last_activity_at = now()",
                "version = version + 1",
                "updated_at = now()"
            })
    void whatSaysNothingOfItMayChangeMeanwhile(String change) {
        waitsFor(lockingCase());
        update("update opportunity set " + change + " where id = :id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update opportunity set state = 'SUSPENDED', suspended_until = current_date + 9, suspend_reason = 'x' where id = :id",
                "update opportunity set " + OTHER_STAGE + " where id = :id",
                "delete from opportunity where id = :id"
            })
    void nothingMovesEndsOrGoesUnasked(String statement) {
        assertRefused("TA002", statement);
    }

    @Test
    void noneBeginsWonUnasked() {
        assertRefused("TA002", INSERT.formatted("WON", "current_date"));
    }

    @Test
    void oneBeginsOpen() {
        assertThat(update(INSERT.formatted("OPEN", "null"))).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"amount = 1", "base_amount = 1", "currency = 'EUR'", "amount = null", "finish = 'CLOSED'"})
    void whatIsWonKeepsItsWorthUnasked(String change) {
        passage("WIN");
        update("update opportunity set state = 'WON', closed_on = current_date where id = :id");
        passage("");
        assertRefused("TA002", "update opportunity set " + change + " where id = :id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"amount = 1", "name = 'Other'", "owner_id = (select max(id) from person)"})
    void whatIsFreeIsEdited(String change) {
        assertThat(update("update opportunity set " + change + " where id = :id"))
                .isOne();
    }

    private void assertRefused(String code, String statement) {
        Throwable refusal = catchThrowable(() -> update(statement));
        assertThat(NestedExceptionUtils.getMostSpecificCause(refusal))
                .asInstanceOf(InstanceOfAssertFactories.type(SQLException.class))
                .extracting(SQLException::getSQLState)
                .as(statement)
                .isEqualTo(code);
    }

    @Test
    void allStatementsOfThisTestAreSound() {
        passage("TEST");
        assertThat(update("update opportunity set " + OTHER_STAGE + " where id = :id"))
                .isOne();
        assertThat(update(INSERT.formatted("WON", "current_date"))).isOne();
        assertThat(update("delete from opportunity where id = :id")).isOne();
        assertThatThrownBy(() -> read("id")).isInstanceOf(RuntimeException.class);
    }

    private int update(String statement) {
        return database.sql(statement).param("id", id).update();
    }

    private String read(String column) {
        return database.sql("select " + column + "::text from opportunity where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private void waitsFor(long caseId) {
        database.sql("update opportunity set approval_case_id = ? where id = ?")
                .params(caseId, id)
                .update();
    }

    private long lockingCase() {
        return company.id("approval_case");
    }

    private void passage(String name) {
        set("trivium.passage", name);
    }

    private void set(String name, String value) {
        database.sql("select set_config(?, ?, true)")
                .params(name, value)
                .query(String.class)
                .single();
    }
}
