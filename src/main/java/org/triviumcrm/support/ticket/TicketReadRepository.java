package org.triviumcrm.support.ticket;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.list.ListLink;
import org.triviumcrm.shared.list.Related;
import org.triviumcrm.support.TicketTotals;

/** Tickets beside others: counts by place, and those of a customer. */
@Repository
class TicketReadRepository {

    private final JdbcClient database;

    TicketReadRepository(JdbcClient database) {
        this.database = database;
    }

    /** The viewer's, nobody's, all, and those of each queue that has some. */
    List<TicketPlace> places(Viewer viewer) {
        Scope scope = viewer.scope(TicketList.NOUN);
        TicketTotals totals = new TicketTotals(scope);
        List<TicketPlace> queues = new ArrayList<>();
        long[] sums = new long[3];
        database.sql("""
                        select q.id, q.name, o.tickets, o.mine, o.nobodys
                        from (
                            select t.queue_id, sum(t.tickets) as tickets, coalesce(sum(t.tickets) filter (where t.owner_id = :me), 0) as mine,
                                   coalesce(sum(t.tickets) filter (where t.owner_id is null), 0) as nobodys
                            from %s t where t.status in %s and %s group by t.queue_id having sum(t.tickets) > 0) o
                        join ticket_queue q on q.id = o.queue_id
                        order by q.position, q.id""".formatted(totals.table(), TicketStatus.OPEN_ONES, totals.condition("t")))
                .param("me", viewer.personId())
                .params(scope.parameters())
                .query(row -> {
                    queues.add(TicketPlace.queue(row.getLong("id"), row.getString("name"), row.getLong("tickets")));
                    sums[0] += row.getLong("mine");
                    sums[1] += row.getLong("nobodys");
                    sums[2] += row.getLong("tickets");
                });
        List<TicketPlace> places = new ArrayList<>(
                List.of(TicketPlace.mine(sums[0]), TicketPlace.nobodys(sums[1]), TicketPlace.all(sums[2])));
        if (queues.size() > 1) {
            places.addAll(queues);
        }
        return places;
    }

    /** Open ones first, then the latest. @param except a ticket on whose own page they stand, which counts among all */
    Related<TicketRow> ofCustomer(Viewer viewer, long customerId, @Nullable Long except) {
        Scope scope = viewer.scope(TicketList.NOUN);
        String select = """
                select t.id, t.number, t.name, t.status, t.priority, t.created_at, t.status in %s as open
                from ticket t where t.customer_id = :customer and t.id <> :except and %s order by t.created_at desc, t.id desc""".formatted(TicketStatus.OPEN_ONES, scope.sql("t"));
        List<Related.Row<TicketRow>> rows = database.sql(
                        Related.sql(select, "x.open desc, x.created_at desc, x.id desc"))
                .param("customer", customerId)
                .param("except", except == null ? 0 : except)
                .params(scope.parameters())
                .query((row, number) -> new Related.Row<>(
                        new TicketRow(
                                row.getLong("id"),
                                row.getLong("number"),
                                row.getString("name"),
                                TicketStatus.valueOf(row.getString("status")),
                                TicketPriority.valueOf(row.getString("priority"))),
                        row.getLong("total") + (except == null ? 0 : 1)))
                .list();
        return Related.of(rows, ListLink.to(TicketList.PATH).is("customer", customerId));
    }

    /** Those that have to do with an opportunity, the latest first. */
    List<TicketRow> ofOpportunity(Viewer viewer, long opportunityId, int most) {
        return about(viewer, "t.opportunity_id = :id", opportunityId, most);
    }

    /** Those that have to do with a contract or one of its amendments, the latest first. */
    List<TicketRow> ofContract(Viewer viewer, long contractId, int most) {
        String papers = "select v.id from contract k join contract v on v.root_id = k.root_id where k.id = :id";
        return about(viewer, "t.contract_id in (" + papers + ")", contractId, most);
    }

    private List<TicketRow> about(Viewer viewer, String what, long id, int most) {
        Scope scope = viewer.scope(TicketList.NOUN);
        return database.sql("select t.id, t.number, t.name, t.status, t.priority from ticket t where " + what + " and "
                        + scope.sql("t") + " order by t.id desc limit :most")
                .param("id", id)
                .param("most", most)
                .params(scope.parameters())
                .query(TicketRow.class)
                .list();
    }
}
