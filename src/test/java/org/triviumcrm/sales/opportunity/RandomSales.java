package org.triviumcrm.sales.opportunity;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.NotFound;

/** A manager who does at random what people do to opportunities; the same seed does the same. */
final class RandomSales {

    enum Step {
        CREATE,
        EDIT,
        MOVE,
        WIN,
        LOSE,
        REOPEN,
        TRANSFER,
        SUSPEND,
        REACTIVATE,
        TERMINATE,
        CLOSE,
        ARCHIVE,
        UNARCHIVE,
        PURGE,
        DELETE
    }

    private static final LocalDate DAY = LocalDate.of(2026, 1, 15);

    private final JdbcClient database;
    private final OpportunityService opportunities;
    private final OpportunityMoveService moves;
    private final OpportunityLifeService life;
    private final OpportunityArchiveService archive;
    private final Viewer viewer;
    private final List<Long> owners;
    private final List<Long> products;
    private final List<Long> openStages;
    private final List<Long> reasons;
    private final List<Long> customers;
    private final Map<Step, Integer> done = new EnumMap<>(Step.class);

    RandomSales(
            JdbcClient database,
            OpportunityService opportunities,
            OpportunityMoveService moves,
            OpportunityLifeService life,
            OpportunityArchiveService archive,
            Viewer viewer,
            List<Long> owners,
            List<Long> products) {
        this.database = database;
        this.opportunities = opportunities;
        this.moves = moves;
        this.life = life;
        this.archive = archive;
        this.viewer = viewer;
        this.owners = owners;
        this.products = products;
        this.openStages = ids("select id from stage where kind = 'OPEN' order by position");
        this.reasons = ids("select id from lost_reason order by id");
        this.customers = ids("select id from customer order by id");
    }

    /** One step; what the state does not allow, or somebody else was faster with, is left alone. */
    void step(Random random) {
        Step step = Step.values()[random.nextInt(Step.values().length)];
        if (step == Step.DELETE && random.nextInt(3) > 0) {
            step = Step.CLOSE;
        }
        List<Long> all = ids("select id from opportunity order by id");
        boolean first = all.isEmpty() || step == Step.CREATE && all.size() < 25;
        try {
            if (first) {
                step = Step.CREATE;
                create(random);
            } else {
                act(step == Step.CREATE ? Step.EDIT : step, any(among(step, all, random), random), random);
            }
            synchronized (done) {
                done.merge(step, 1, Integer::sum);
            }
        } catch (IllegalMove | NotFound | ConcurrencyFailureException refused) {
            // such is life; the totals must not have noticed
        }
    }

    /** Mostly those that the rare steps can be taken with. */
    private List<Long> among(Step step, List<Long> all, Random random) {
        String fit = switch (step) {
            case REACTIVATE -> "state = 'SUSPENDED'";
            case DELETE -> """
                    state not in ('WON', 'LOST', 'TERMINATED') and not exists (
                        select 1 from state_change c where c.opportunity_id = opportunity.id and c.from_state in ('WON', 'LOST'))""";
            case ARCHIVE -> "finish = 'CLOSED'";
            case UNARCHIVE, PURGE -> "finish = 'ARCHIVED'";
            default -> "false";
        };
        List<Long> fitting = ids("select id from opportunity where " + fit + " order by id");
        return fitting.isEmpty() || random.nextInt(4) == 0 ? all : fitting;
    }

    /** How often each kind of step was taken. */
    Map<Step, Integer> done() {
        return done;
    }

    private void create(Random random) {
        opportunities.create(
                viewer,
                new CreateOpportunity(
                        "Deal",
                        customers.isEmpty() ? null : any(customers, random),
                        null,
                        any(products, random),
                        null,
                        amount(random),
                        currency(random),
                        null,
                        null,
                        null,
                        null,
                        any(openStages, random),
                        any(owners, random),
                        Map.of()));
    }

    private void act(Step step, long id, Random random) {
        switch (step) {
            case MOVE -> moves.move(viewer, id, new MoveOpportunity(any(openStages, random)));
            case REOPEN -> moves.reopen(viewer, id, new MoveOpportunity(any(openStages, random)));
            case WIN ->
                moves.win(
                        viewer,
                        id,
                        new WinOpportunity(BigDecimal.valueOf(random.nextInt(100_000), 2), day(random), null));
            case LOSE ->
                moves.lose(viewer, id, new LoseOpportunity(any(reasons, random), null, day(random), "Too dear", null));
            case TRANSFER -> opportunities.transfer(viewer, id, new TransferOpportunity(any(owners, random)));
            case SUSPEND -> life.suspend(viewer, id, new SuspendOpportunity("Budget", LocalDate.of(2090, 1, 1)));
            case REACTIVATE -> life.reactivate(viewer, id);
            case TERMINATE -> moves.terminate(viewer, id, new TerminateOpportunity(any(reasons, random), "Gone", null));
            case CLOSE -> life.close(viewer, id, new CloseOpportunity("Delivered", "All well", "Call earlier"));
            case ARCHIVE -> archive.archive(viewer, id);
            case UNARCHIVE -> archive.unarchive(viewer, id);
            case PURGE -> archive.purge(viewer, id, new PurgeOpportunity("Asked to"));
            case DELETE -> opportunities.delete(viewer, id);
            default -> edit(id, random);
        }
    }

    private void edit(long id, Random random) {
        UpdateOpportunity now = opportunities.page(viewer, id).toUpdate();
        opportunities.update(
                viewer,
                id,
                new UpdateOpportunity(
                        now.name(),
                        null,
                        null,
                        random.nextBoolean() ? now.productId() : any(products, random),
                        null,
                        amount(random),
                        currency(random),
                        BigDecimal.valueOf(random.nextInt(10_001), 2),
                        null,
                        null,
                        null,
                        now.version(),
                        Map.of()));
    }

    private static @Nullable BigDecimal amount(Random random) {
        return random.nextInt(5) == 0 ? null : BigDecimal.valueOf(random.nextInt(10_000_000), 2);
    }

    private static String currency(Random random) {
        return random.nextInt(3) == 0 ? "EUR" : "USD";
    }

    private static LocalDate day(Random random) {
        return DAY.minusDays(random.nextInt(90));
    }

    private static Long any(List<Long> ids, Random random) {
        return ids.get(random.nextInt(ids.size()));
    }

    private List<Long> ids(String sql) {
        return database.sql(sql).query(Long.class).list();
    }
}
