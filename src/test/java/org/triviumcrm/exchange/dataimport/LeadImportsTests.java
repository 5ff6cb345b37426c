package org.triviumcrm.exchange.dataimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.exchange.FieldMode;
import org.triviumcrm.shared.exchange.ImportTarget;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** Leads from files: states that are asked once, columns that are kept as answers, words that mean unanswered. */
@IntegrationTest
class LeadImportsTests {

    private static final String NEW = "map:1";
    private static final String QUALIFIED = "map:3";

    @Autowired
    MoveIn moveIn;

    @Autowired
    ImportService imports;

    @Autowired
    QuestionService questions;

    @Autowired
    ImportRunner runner;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient database;

    private Viewer me;

    @BeforeEach
    void me() {
        me = accounts.marketingManager();
    }

    @Test
    void aFileOf37ColumnsComesInWhole() {
        ImportPlan plan = imports.find(me, courses()).plan();
        assertThat(plan.columns())
                .hasSize(7)
                .containsKeys("reference", "source", "noEmail", "noCall", "status", "country", "city");
        assertThat(plan.answers()).hasSize(30);

        DataImport file = bring(courses());
        assertThat(Objects.requireNonNull(file.summary()).createdCount()).isEqualTo(28);
        assertThat(file.summary().refused()).isZero();
        assertThat(counts("state")).isEqualTo(Map.of("NEW", 10L, "QUALIFIED", 18L));
        assertThat(counts("no_email::text")).isEqualTo(Map.of("true", 3L, "false", 25L));
        assertThat(counts("no_call::text")).isEqualTo(Map.of("true", 2L, "false", 26L));
        assertThat(one("select count(*)::text from lead where city = 'Select' or country = 'unknown'"))
                .isEqualTo("0");
        assertThat(
                        one(
                                "select answers ->> 'Specialization' from lead where reference = '8fd38b83-5c32-4277-bcfb-499f34a01c56'"))
                .isEqualTo("Banking, Investment And Insurance");
        assertThat(
                        one(
                                "select count(*)::text from lead, jsonb_each_text(answers) where lower(value) in ('select', '')"))
                .isEqualTo("0");
        assertThat(one("select count(*)::text from lead where decided_at is null"))
                .isEqualTo("10");
    }

    @Test
    void theSameFileAgainChangesNothing() {
        bring(courses());
        DataImport again = bring(courses());
        assertThat(Objects.requireNonNull(again.summary()).createdCount()).isZero();
        assertThat(again.summary().changedCount()).isZero();
        assertThat(one("select max(version)::text from lead")).isEqualTo("0");
    }

    @Test
    void isTakenBackAsAWhole() {
        DataImport file = bring(courses());
        moveIn.undo(me, file.id());
        assertThat(one("select count(*)::text from lead")).isEqualTo("0");
    }

    @Test
    void awkwardRowsAreSaidAndTheOthersComeIn() {
        DataImport file = moveIn.text(
                me,
                "lead",
                "name,e-mail,phone,company,do not call,Budget,Budget\n"
                        + "Ann,ann@x.org,,,yes,\"1,000\",\"two, or \"\"three\"\"\"\n"
                        + ",,,,no,5,\n"
                        + "Bert,,,Acme,perhaps,,\n"
                        + "Carl,no address,,,,,\n"
                        + "Dora,,,,,,-\n"
                        + "Eve,eve@x.org\n");
        assertThat(Objects.requireNonNull(file.summary()).createdCount()).isEqualTo(2);
        assertThat(file.summary().refused()).isEqualTo(4);
        assertThat(one("select answers::text from lead where full_name = 'Ann'"))
                .isEqualTo("{\"Budget\": \"1,000\", \"Budget (2)\": \"two, or \\\"three\\\"\"}");
        assertThat(one("select no_call::text from lead where full_name = 'Dora'"))
                .isEqualTo("false");
        assertThat(refusals())
                .contains(
                        "exchange.refusal.nobody",
                        "exchange.refusal.yesNo",
                        "exchange.refusal.email",
                        "exchange.refusal.cells");
    }

    @Test
    void answersFollowTheModeOfTheirColumn() {
        moveIn.text(me, "lead", "lead id,name,Size,Colour\n1,Ann,small,\n");
        byte[] later = "lead id,name,Size,Colour\n1,Ann,large,red\n".getBytes(StandardCharsets.UTF_8);
        long id = imports.start(me, "lead", "file.csv", new ByteArrayInputStream(later));
        MapColumns form = MapColumns.of(imports.find(me, id).plan());
        assertThat(form.getColumns().get(2).getField()).isEqualTo(ImportTarget.ANSWERS);
        form.getColumns().get(2).setMode(FieldMode.FILL_EMPTY);
        form.getColumns().get(3).setMode(FieldMode.FILL_EMPTY);
        imports.map(me, id, form);
        runner.run(id);
        moveIn.finish(me, id);
        assertThat(one("select answers::text from lead")).isEqualTo("{\"Size\": \"small\", \"Colour\": \"red\"}");
        moveIn.undo(me, id);
        assertThat(one("select answers::text from lead")).isEqualTo("{\"Size\": \"small\"}");
    }

    @Test
    void whatBecameACustomerKeepsItsState() {
        moveIn.text(me, "lead", "lead id,name,status\n1,Ann,new\n2,Bert,new\n");
        database.sql("insert into customer (id, name, created_at, updated_at) values (900000001, 'Acme', now(), now())")
                .update();
        database.sql("update lead set state = 'QUALIFIED', customer_id = 900000001 where reference = '1'")
                .update();
        moveIn.text(me, "lead", "lead id,name,status\n1,Ann,无效\n2,Bert,无效\n");
        assertThat(database.sql("select state from lead order by reference")
                        .query(String.class)
                        .list())
                .containsExactly("QUALIFIED", "DISQUALIFIED");
    }

    private long courses() {
        try (InputStream file =
                Objects.requireNonNull(getClass().getResourceAsStream("/x_education_leads/leads.csv"))) {
            return imports.start(me, "lead", "leads.csv", file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The states are asked the first time only. */
    private DataImport bring(long id) {
        moveIn.toQuestions(me, id);
        if (imports.find(me, id).state() == ImportState.QUESTIONS) {
            AnswerValues answers = moveIn.asProposed(me, id);
            assertThat(answers.getAnswers()).hasSize(2);
            answers.getAnswers()
                    .forEach(answer -> answer.setChoice(answer.getValue().equals("1") ? QUALIFIED : NEW));
            questions.answer(me, id, answers);
            runner.run(id);
        }
        return moveIn.finish(me, id);
    }

    private Map<String, Long> counts(String column) {
        return database.sql("select " + column + " from lead").query(String.class).list().stream()
                .collect(Collectors.groupingBy(value -> value, Collectors.counting()));
    }

    private List<String> refusals() {
        return database.sql("select message_key from import_refusal")
                .query(String.class)
                .list();
    }

    private String one(String sql) {
        return database.sql(sql).query(String.class).single();
    }
}
