package org.triviumcrm.sales.positioning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where offers stand: a later word takes the place of an earlier one, which stays. */
@Repository
class PlacementRepository {

    private static final int MOST = 500;

    private static final RowMapper<Placed> PLACED = (row, n) -> new Placed(
            row.getLong("id"),
            row.getLong("axis_id"),
            row.getBigDecimal("value").stripTrailingZeros(),
            row.getObject("placed_on", LocalDate.class),
            row.getString("evidence"),
            row.getString("link"),
            row.getString("person"));

    private static final String ROWS = """
            select p.id, p.offer_id, p.axis_id, p.value, p.placed_on, p.evidence, p.link, (select w.name from person w where w.id = p.person_id) as person
            from market_placement p\s""";

    private final JdbcClient database;

    PlacementRepository(JdbcClient database) {
        this.database = database;
    }

    /** Those on the market, and those retired since, the company's own first. */
    List<MarketMap.Offer> offers() {
        return database.sql("""
                        select o.id, o.name, o.active, o.competitor_id, c.name as competitor
                        from market_offer o left join competitor c on c.id = o.competitor_id
                        order by o.competitor_id is not null, c.name, o.name, o.id limit :most""")
                .param("most", MOST)
                .query(MarketMap.Offer.class)
                .list();
    }

    /** By offer, then by axis, as of the end of a day. */
    Map<Long, Map<Long, Placed>> asOf(LocalDate on, long x, long y) {
        Map<Long, Map<Long, Placed>> found = new HashMap<>();
        database.sql(ROWS + """
                        where p.id in (select distinct on (q.axis_id, q.offer_id) q.id from market_placement q
                            where q.axis_id in (:x, :y) and q.placed_on <= :on
                            order by q.axis_id, q.offer_id, q.placed_on desc, q.id desc)""")
                .param("x", x)
                .param("y", y)
                .param("on", on)
                .query((row, n) -> found.computeIfAbsent(row.getLong("offer_id"), key -> new HashMap<>())
                        .put(row.getLong("axis_id"), PLACED.mapRow(row, n)))
                .list();
        return found;
    }

    /** The latest first. */
    List<Placed> of(long offer) {
        return database.sql(ROWS + "where p.offer_id = :offer order by p.placed_on desc, p.id desc limit :most")
                .param("offer", offer)
                .param("most", MOST)
                .query(PLACED)
                .list();
    }

    boolean isUsed(long axis) {
        return database.sql("select exists (select 1 from market_placement where axis_id = :axis)")
                .param("axis", axis)
                .query(Boolean.class)
                .single();
    }

    void place(long offer, PlaceOffer input, long person, Instant now) {
        database.sql("""
                        insert into market_placement (id, offer_id, axis_id, value, placed_on, evidence, link, person_id, created_at)
                        values (nextval('market_placement_seq'), :offer, :axis, :value, :on, :evidence, :link, :person, :now)""")
                .param("offer", offer)
                .param("axis", input.axis())
                .param("value", input.number())
                .param("on", input.day())
                .param("evidence", input.evidence().strip())
                .param("link", input.keptLink())
                .param("person", person)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** @return the offer that it was of */
    Optional<Long> remove(long placement) {
        return database.sql("delete from market_placement where id = :id returning offer_id")
                .param("id", placement)
                .query(Long.class)
                .optional();
    }
}
