package org.triviumcrm.sales.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.triviumcrm.approval.ApprovalGate;
import org.triviumcrm.approval.ApprovalNeeded;
import org.triviumcrm.approval.Submission;
import org.triviumcrm.approval.dossier.Decide;
import org.triviumcrm.approval.dossier.DecisionService;
import org.triviumcrm.identity.CompanySetUp;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.condition.Comparison;
import org.triviumcrm.shared.condition.Condition;
import org.triviumcrm.shared.condition.ConditionGroup;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.CommittingTest;
import org.triviumcrm.testing.SampleFlows;

/** Conditions of approvals about the fields that administrators have added to opportunities. */
@CommittingTest
class AddedFieldsInApprovalsTests {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 5);

    @Autowired
    MockMvc mvc;

    @Autowired
    OpportunityService opportunities;

    @Autowired
    OpportunityMoveService moves;

    @Autowired
    ApprovalGate gate;

    @Autowired
    DecisionService decisions;

    @Autowired
    SampleFlows flows;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    ApplicationEventPublisher events;

    private Viewer administrator;
    private Viewer seller;
    private Viewer boss;

    @BeforeEach
    void company() throws Exception {
        long team = accounts.team("West", null);
        seller = accounts.representative(team);
        boss = accounts.manager(team);
        administrator = accounts.administrator();
        events.publishEvent(
                new CompanySetUp("Acme", "USD", Locale.ENGLISH, administrator.zone(), false, administrator));
        field("TEXT", "Where");
        field("NUMBER", "Risk");
        field("MONEY", "Advance");
        field("DATE", "Until");
        field("CHOICE", "Size");
        field("CHOICES", "Sizes");
        field("YES_NO", "Public");
        field("PERSON", "Expert");
    }

    /** What is asked for at the condition, what holds and what does not; the third of the sizes is not one of those asked for. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            customWhere   | CONTAINS  | site       | where=On site  | where=Here
            customRisk    | MORE_THAN | 2.5        | risk=2.51      | risk=2.50
            customAdvance | AT_LEAST  | 1000       | advance=1000   | advance=999.99
            customUntil   | LESS_THAN | 2026-07-01 | until=2026-06-30 | until=2026-07-01
            customSize    | IS        | large      | size=large     | size=small
            customSizes   | ONE_OF    | large      | sizes=small,large | sizes=small
            customPublic  | IS        | true       | public=true    | public=false
            customWhere   | UNKNOWN   |            | risk=1         | where=Here""")
    void eachKindIsCompared(String field, Comparison comparison, String asked, String holds, String fails) {
        String[] values = asked == null ? new String[0] : new String[] {asked};
        watch(new Condition(field, comparison, values));
        long free = open(fails);
        moves.win(seller, free, win());
        assertThat(state(free)).isEqualTo("WON");
        long asking = open(holds);
        needed(() -> moves.win(seller, asking, win()));
        assertThat(state(asking)).isEqualTo("OPEN");
    }

    @Test
    void peopleAreCompared() {
        watch(new Condition("customExpert", Comparison.IS, String.valueOf(boss.personId())));
        long asking = open("expert=" + boss.personId());
        long free = open("expert=" + seller.personId());
        needed(() -> moves.win(seller, asking, win()));
        moves.win(seller, free, win());
    }

    @Test
    void whatWasWonWithoutIsAskedAboutWhenItIsEditedSoThatItNeedsOne() {
        watch(new Condition("customPublic", Comparison.IS, "true"));
        long id = open("risk=1");
        moves.win(seller, id, win());
        opportunities.update(seller, id, edited(id, "risk=2"));
        ApprovalNeeded needed = needed(() -> opportunities.update(seller, id, edited(id, "public=true")));
        submit(needed);
        assertThat(custom(id)).as("not before it is approved").doesNotContain("public");
        assertThatThrownBy(() -> opportunities.update(seller, id, edited(id, "risk=3")))
                .isInstanceOf(org.triviumcrm.approval.UnderApproval.class);
        decisions.decide(boss, flows.task(boss), new Decide(true, "Go"));
        assertThat(custom(id)).contains("\"public\": true");
        assertThat(state(id)).isEqualTo("WON");
    }

    @Test
    void anApprovalIsForTheValuesItWasGivenFor() {
        watch(new Condition("customRisk", Comparison.MORE_THAN, "2"));
        long id = open("risk=3");
        submit(needed(() -> moves.win(seller, id, win())));
        decisions.decide(boss, flows.task(boss), new Decide(true, "Go"));
        assertThat(state(id)).isEqualTo("WON");
        assertThat(released("void_at is null")).isOne();
        opportunities.update(seller, id, edited(id, "where=Here"));
        assertThat(released("void_at is null")).as("nobody asks for the place").isOne();
        needed(() -> opportunities.update(seller, id, edited(id, "risk=4")));
        opportunities.update(seller, id, edited(id, "risk=1"));
        assertThat(custom(id)).contains("\"risk\": 1");
    }

    @Test
    void whatCameIntoAStageWithOneValueDoesNotGoOnWithAnother() {
        flows.active(
                "MOVE",
                stage("Proposal"),
                ConditionGroup.all(new Condition("customSize", Comparison.IS, "large")),
                SampleFlows.anyOf(boss));
        long id = open("size=small");
        moves.move(seller, id, new MoveOpportunity(stage("Proposal")));
        opportunities.update(seller, id, edited(id, "size=large"));
        assertThat(catchThrowableOfType(
                                ApprovalNeeded.class,
                                () -> moves.move(seller, id, new MoveOpportunity(stage("Negotiation"))))
                        .key())
                .isEqualTo("sales.opportunity.approval.again");
        long other = open("size=large");
        needed(() -> moves.move(seller, other, new MoveOpportunity(stage("Proposal"))));
        assertThat(catchThrowableOfType(
                        ApprovalNeeded.class,
                        () -> opportunities.create(seller, created("size=large", stage("Proposal"), null))))
                .as("nor does it begin there")
                .isNotNull();
    }

    @Test
    void aRetiredFieldIsStillAskedFor() throws Exception {
        watch(new Condition("customPublic", Comparison.IS, "true"));
        long id = open("public=true");
        long field = database.sql("select id from custom_field where key = 'public'")
                .query(Long.class)
                .single();
        mvc.perform(post("/administration/fields/" + field)
                        .param("noun", "opportunity")
                        .param("kind", "YES_NO")
                        .param("name", "Public")
                        .param("active", "false")
                        .param("position", "1")
                        .param("version", "0")
                        .with(signedIn(administrator))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        needed(() -> moves.win(seller, id, win()));
    }

    @Test
    void theClassAndTheLevelOfTheCustomerAreAskedFor() {
        database.sql("""
                        insert into customer (id, name, level, created_at, updated_at)
                        values (990001, 'Large', 'Gold', now(), now()), (990002, 'Small', 'Tin', now(), now()), (990003, 'New', null, now(), now())""").update();
        database.sql("""
                        insert into customer_value (customer_id, revenue, wins, last_on, value_class, recency, frequency, monetary, segment)
                        values (990001, 9, 1, current_date, 'A', 5, 5, 5, 'CHAMPION'), (990002, 1, 1, current_date, 'C', 5, 1, 1, 'LOST')""").update();
        watch(new Condition("valueClass", Comparison.ONE_OF, "A", "B"));
        long large = opportunities.create(seller, created("risk=1", stage("Prospecting"), 990001L));
        long small = opportunities.create(seller, created("risk=1", stage("Prospecting"), 990002L));
        long fresh = opportunities.create(seller, created("risk=1", stage("Prospecting"), 990003L));
        needed(() -> moves.win(seller, large, win()));
        moves.win(seller, small, win());
        moves.win(seller, fresh, win());

        watch(new Condition("level", Comparison.IS, "Tin"));
        long next = opportunities.create(seller, created("risk=1", stage("Prospecting"), 990002L));
        needed(() -> moves.win(seller, next, win()));
    }

    /** Who belongs to it now: whoever has left asks no more. */
    @Test
    void theSegmentsOfTheCustomerAreAskedFor() {
        database.sql("""
                        insert into customer (id, name, created_at, updated_at)
                        values (990001, 'In', now(), now()), (990002, 'Left', now(), now()), (990003, 'Never', now(), now())""").update();
        database.sql(
                        "insert into segment (id, name, created_at, updated_at) values (990001, 'To look at', now(), now()), (990002, 'Other', now(), now())")
                .update();
        database.sql("""
                        insert into segment_member (segment_id, customer_id, since, until)
                        values (990001, 990001, now() - interval '2 days', null), (990001, 990002, now() - interval '2 days', now()),
                            (990002, 990003, now(), null)""").update();
        watch(new Condition("segments", Comparison.ONE_OF, "990001"));
        long in = opportunities.create(seller, created("risk=1", stage("Prospecting"), 990001L));
        long left = opportunities.create(seller, created("risk=1", stage("Prospecting"), 990002L));
        long never = opportunities.create(seller, created("risk=1", stage("Prospecting"), 990003L));
        ApprovalNeeded needed = needed(() -> moves.win(seller, in, win()));
        moves.win(seller, left, win());
        moves.win(seller, never, win());
        submit(needed);
        decisions.decide(boss, flows.task(boss), new Decide(true, "Go"));
        assertThat(state(in)).isEqualTo("WON");
    }

    @Test
    void theDesignerOffersThemByTheirNames() throws Exception {
        mvc.perform(get("/administration/approvals/new")
                        .param("template", "opportunity")
                        .with(signedIn(administrator)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("customSizes")))
                .andExpect(content().string(containsString("Value class of the customer")));
        long flow = watch(new Condition("customSize", Comparison.IS, "large"));
        mvc.perform(get("/administration/approvals/" + flow).with(signedIn(administrator)))
                .andExpect(content().string(containsString("Size is Large")));
    }

    private long watch(Condition condition) {
        return flows.active("WIN", null, ConditionGroup.all(condition), SampleFlows.anyOf(boss));
    }

    private void field(String kind, String name) throws Exception {
        MockHttpServletRequestBuilder form = post("/administration/fields")
                .param("noun", "opportunity")
                .param("kind", kind)
                .param("name", name)
                .param("active", "true")
                .param("position", "1")
                .with(signedIn(administrator))
                .with(csrf());
        if (kind.startsWith("CHOICE")) {
            form.param("choices", "Small = 小\nLarge = 大");
        }
        mvc.perform(form).andExpect(status().is3xxRedirection());
    }

    private static Map<String, String> values(String said) {
        String[] parts = said.split("=", 2);
        Map<String, String> values = new LinkedHashMap<>(Map.of(parts[0].strip(), parts[1].strip()));
        return values;
    }

    private long open(String said) {
        return opportunities.create(seller, created(said, stage("Prospecting"), null));
    }

    private static CreateOpportunity created(String said, long stage, @Nullable Long customer) {
        return new CreateOpportunity(
                "Deal",
                customer,
                null,
                null,
                null,
                BigDecimal.TEN,
                "USD",
                null,
                null,
                null,
                null,
                stage,
                null,
                values(said));
    }

    private UpdateOpportunity edited(long id, String said) {
        UpdateOpportunity now = opportunities.page(seller, id).toUpdate();
        return new UpdateOpportunity(
                now.name(),
                null,
                null,
                null,
                null,
                now.amount(),
                now.currency(),
                now.probability(),
                now.expectedCloseDate(),
                null,
                null,
                now.version(),
                values(said));
    }

    private static ApprovalNeeded needed(org.assertj.core.api.ThrowableAssert.ThrowingCallable action) {
        return Objects.requireNonNull(catchThrowableOfType(ApprovalNeeded.class, action), "no approval was asked for");
    }

    private void submit(ApprovalNeeded needed) {
        gate.submit(
                seller, new Submission(needed.proposal(), Objects.requireNonNull(needed.action()), "Please", Map.of()));
    }

    private static WinOpportunity win() {
        return new WinOpportunity(BigDecimal.TEN, DAY, "Signed");
    }

    private long stage(String name) {
        return database.sql("select id from stage where name = ?")
                .param(name)
                .query(Long.class)
                .single();
    }

    private String state(long id) {
        return database.sql("select state from opportunity where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private String custom(long id) {
        return database.sql("select custom::text from opportunity where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private long released(String condition) {
        return database.sql("select count(*) from approval_release where " + condition)
                .query(Long.class)
                .single();
    }
}
