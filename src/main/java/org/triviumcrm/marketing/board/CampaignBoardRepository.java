package org.triviumcrm.marketing.board;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.marketing.campaign.CampaignFilter;
import org.triviumcrm.marketing.exit.CampaignState;
import org.triviumcrm.shared.web.NotFound;

/** The cards of all columns in one statement, the latest start first, and their totals in another. */
@Repository
class CampaignBoardRepository {

    private static final String CARDS = """
            select card.*, m.name as method, p.name as owner
            from unnest(cast(:states as text[])) with ordinality as column_of (state, place)
            cross join lateral (
                select c.id, c.name, c.state, c.start_on, c.end_on, c.region, c.budget, c.currency, c.cost_level, c.approval_case_id, c.method_id, c.owner_id
                from campaign c
                where c.state = column_of.state and %s%s%s
                order by c.start_on desc, c.id desc
                limit :size) card
            join marketing_term m on m.id = card.method_id
            join person p on p.id = card.owner_id
            order by column_of.place, card.start_on desc, card.id desc""";

    private static final String TOTALS = """
            select c.state, count(*) as count, sum(c.base_budget) as budget, sum(c.base_cost) as cost
            from campaign c where c.state = any(cast(:states as text[])) and %s%s group by c.state""";

    private final JdbcClient database;

    CampaignBoardRepository(JdbcClient database) {
        this.database = database;
    }

    /** @param after the last card seen, for a single column; null for the beginning */
    List<CampaignCard> cards(
            Scope scope, CampaignFilter narrow, List<CampaignState> states, int size, @Nullable After after) {
        String behind = after == null ? "" : " and (c.start_on, c.id) < (:afterDay, :afterId)";
        return database.sql(CARDS.formatted(scope.sql("c"), narrow.conditions(), behind))
                .params(scope.parameters())
                .params(narrow.parameters())
                .param("states", array(states))
                .param("size", size)
                .param("afterDay", after == null ? null : after.day(), Types.DATE)
                .param("afterId", after == null ? null : after.id(), Types.BIGINT)
                .query(CampaignCard.class)
                .list();
    }

    Map<CampaignState, Total> totals(Scope scope, CampaignFilter narrow, List<CampaignState> states) {
        return database
                .sql(TOTALS.formatted(scope.sql("c"), narrow.conditions()))
                .params(scope.parameters())
                .params(narrow.parameters())
                .param("states", array(states))
                .query(Total.class)
                .stream()
                .collect(Collectors.toMap(Total::state, Function.identity()));
    }

    private static String array(List<CampaignState> states) {
        return states.stream().map(Enum::name).collect(Collectors.joining(",", "{", "}"));
    }

    record Total(CampaignState state, long count, BigDecimal budget, BigDecimal cost) {

        static Total none(CampaignState state) {
            return new Total(state, 0, BigDecimal.ZERO, BigDecimal.ZERO);
        }
    }

    /** The last card seen. */
    record After(LocalDate day, long id) {

        /** @throws NotFound when it was not made by {@link #of} */
        static After parse(String cursor) {
            try {
                int at = cursor.indexOf('~');
                return new After(LocalDate.parse(cursor.substring(0, at)), Long.parseLong(cursor.substring(at + 1)));
            } catch (DateTimeParseException | NumberFormatException | IndexOutOfBoundsException e) {
                throw new NotFound();
            }
        }

        static String of(CampaignCard card) {
            return card.startOn() + "~" + card.id();
        }
    }
}
