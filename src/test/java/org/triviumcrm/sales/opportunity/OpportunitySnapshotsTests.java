package org.triviumcrm.sales.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.approval.Snapshot;
import org.triviumcrm.identity.CompanySetUp;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.exit.Exit;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** Approvers see everything that is written once they approve. */
@IntegrationTest
class OpportunitySnapshotsTests {

    /** What nothing is written from. */
    private static final Set<String> NOT_WRITTEN = Set.of("UpdateOpportunity.version", "UpdateOpportunity.probability");

    private static final Map<Exit, OpportunityLife> BEFORE = Map.of(
            Exit.REVISE, new OpportunityLife(OpportunityState.WON, Finish.NONE),
            Exit.REOPEN, new OpportunityLife(OpportunityState.WON, Finish.NONE),
            Exit.CLOSE, new OpportunityLife(OpportunityState.LOST, Finish.NONE),
            Exit.PURGE, new OpportunityLife(OpportunityState.LOST, Finish.ARCHIVED));

    @Autowired
    OpportunitySnapshots snapshots;

    @Autowired
    OpportunityService opportunities;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient database;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    MockMvc mvc;

    private String field;
    private OpportunityPage page;
    private final Map<String, List<Long>> ids = new HashMap<>();

    @BeforeEach
    void records() throws Exception {
        Viewer administrator = accounts.administrator();
        mvc.perform(post("/administration/fields")
                        .param("noun", "opportunity")
                        .param("kind", "TEXT")
                        .param("name", "Of our own")
                        .param("active", "true")
                        .param("position", "1")
                        .with(signedIn(administrator))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        field = database.sql("select key from custom_field where name = 'Of our own'")
                .query(String.class)
                .single();
        events.publishEvent(
                new CompanySetUp("Acme", "USD", Locale.ENGLISH, administrator.zone(), false, administrator));
        for (String kind : List.of("customer", "contact", "product", "competitor")) {
            database.sql("insert into " + kind + " (id, name, created_at, updated_at) values"
                            + " (900001, 'First ' || :kind, now(), now()), (900002, 'Second ' || :kind, now(), now())")
                    .param("kind", kind)
                    .update();
            ids.put(kind + "Id", List.of(900001L, 900002L));
        }
        ids.put("stageId", two("stage where kind = 'OPEN'"));
        ids.put("reasonId", two("lost_reason"));
        long id = opportunities.create(
                administrator,
                with(opportunities.blank(administrator, ids.get("stageId").get(0), null), Map.of("name", "Kiln")));
        page = opportunities.page(administrator, id);
    }

    static Stream<Arguments> written() {
        return OpportunityAttempts.INPUTS.entrySet().stream()
                .flatMap(one -> Arrays.stream(one.getValue().getRecordComponents())
                        .filter(part -> !NOT_WRITTEN.contains(one.getValue().getSimpleName() + "." + part.getName()))
                        .map(part -> Arguments.of(one.getKey(), part.getName())));
    }

    @ParameterizedTest
    @MethodSource("written")
    void whateverIsTypedIsShown(Exit exit, String part) {
        Class<? extends Record> type = OpportunityAttempts.INPUTS.get(exit).asSubclass(Record.class);
        Map<String, Object> typed = new HashMap<>();
        for (RecordComponent one : type.getRecordComponents()) {
            typed.put(one.getName(), value(one, 0));
        }
        List<Snapshot.Line> lines = lines(exit, make(type, typed));
        RecordComponent other = Arrays.stream(type.getRecordComponents())
                .filter(one -> one.getName().equals(part))
                .findFirst()
                .orElseThrow();
        typed.put(part, value(other, 1));
        assertThat(lines(exit, make(type, typed)))
                .filteredOn(line -> !lines.contains(line))
                .as("lines that tell one %s from another", part)
                .isNotEmpty()
                .allMatch(Snapshot.Line::changed);
    }

    @Test
    void aMoveShowsWhatIsLearntOnTheWayBesideWhatItWas() {
        OpportunityPage before =
                with(page, Map.of("amount", new BigDecimal("100.00"), "nextStep", "Call", "description", "Old"));
        MoveOpportunity move = new MoveOpportunity(
                ids.get("stageId").get(1),
                "Budget came",
                new BigDecimal("900"),
                "EUR",
                900001L,
                null,
                900002L,
                null,
                LocalDate.of(2026, 3, 5),
                " ",
                "New");
        List<Snapshot.Line> lines = snapshots.of(before, Exit.MOVE, move).changes();
        assertThat(lines)
                .extracting(line ->
                        line.label().replace("sales.opportunity.", "") + " " + line.before() + " > " + line.after())
                .contains(
                        "amount 100 USD > 900 EUR",
                        "customer null > First customer",
                        "product null > Second product",
                        "expectedClose null > 2026-03-05",
                        "description Old > New",
                        "moveReason null > Budget came")
                .noneMatch(line -> line.startsWith("nextStep"));
    }

    @Test
    void whatWasKnownOfTheCompetitorGoesWhenNobodyIsNamed() {
        OpportunityPage before = with(page, Map.of("competitorId", 900001L, "competitor", "First competitor"));
        LoseOpportunity loss =
                new LoseOpportunity(ids.get("reasonId").get(0), null, LocalDate.of(2026, 3, 5), "No budget", null);
        assertThat(snapshots.of(before, Exit.LOSE, loss).changes())
                .contains(new Snapshot.Line(
                        "sales.opportunity.lostTo", "First competitor", null, true, Snapshot.Kind.TEXT));
    }

    private List<Snapshot.Line> lines(Exit exit, Object input) {
        OpportunityLife life = BEFORE.getOrDefault(exit, OpportunityLife.BEGINNING);
        return snapshots
                .of(with(page, Map.of("state", life.state(), "finish", life.finish())), exit, input)
                .lines();
    }

    private Object value(RecordComponent part, int which) {
        Class<?> type = part.getType();
        if (type == Long.class) {
            return ids.get(part.getName()).get(which);
        } else if (type == BigDecimal.class) {
            return BigDecimal.valueOf(10L + which);
        } else if (type == LocalDate.class) {
            return LocalDate.of(2026, 3, 5 + which);
        } else if (type == int.class) {
            return which;
        } else if (type == Map.class) {
            return Map.of(field, "value " + which);
        }
        return part.getName().equals("currency") ? List.of("EUR", "GBP").get(which) : part.getName() + which;
    }

    private List<Long> two(String from) {
        return database.sql("select id from " + from + " order by id limit 2")
                .query(Long.class)
                .list();
    }

    private static <R extends Record> R with(R whole, Map<String, ?> parts) {
        Map<String, Object> all = new HashMap<>();
        for (RecordComponent part : whole.getClass().getRecordComponents()) {
            try {
                all.put(part.getName(), part.getAccessor().invoke(whole));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        all.putAll(parts);
        @SuppressWarnings("unchecked")
        Class<R> type = (Class<R>) whole.getClass();
        return make(type, all);
    }

    private static <R extends Record> R make(Class<R> type, Map<String, Object> parts) {
        RecordComponent[] components = type.getRecordComponents();
        try {
            return type.getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new))
                    .newInstance(Arrays.stream(components)
                            .map(one -> parts.get(one.getName()))
                            .toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
