package org.triviumcrm.marketing.mining;

import java.sql.Array;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;

/** What was made of the groups of models, and who was in them then. */
@Repository
class MiningUseRepository {

    private static final String SELECT = """
            select u.*, m.name as model, a.name as audience, c.name as campaign, coalesce(c.state = 'COMPLETED', false) as over, p.name as by
            from mining_use u join mining_model m on m.id = u.model_id left join audience a on a.id = u.audience_id
            left join campaign c on c.id = u.campaign_id left join person p on p.id = u.used_by\s""";

    private static final RowMapper<MiningUse> USE = (row, number) -> new MiningUse(
            row.getLong("id"),
            row.getLong("model_id"),
            row.getString("model"),
            (Long) row.getObject("audience_id"),
            row.getString("audience"),
            (Long) row.getObject("campaign_id"),
            row.getString("campaign"),
            row.getBoolean("over"),
            List.of((Integer[]) row.getArray("leaves").getArray()),
            values(row.getArray("promised"), Double[].class),
            values(row.getArray("sentences"), String[].class),
            row.getLong("people"),
            row.getString("by"),
            row.getObject("used_at", OffsetDateTime.class).toInstant());

    private final JdbcClient database;

    MiningUseRepository(JdbcClient database) {
        this.database = database;
    }

    private static <T> List<T> values(@Nullable Array array, Class<T[]> type) throws SQLException {
        return array == null ? List.of() : List.of(type.cast(array.getArray()));
    }

    /**
     * Notes a use, with everybody whom the viewer sees in the groups as they are now.
     *
     * @param refused whether also those who have said no
     */
    void add(
            Viewer viewer,
            long modelId,
            long audienceId,
            @Nullable Long campaignId,
            List<MiningGroup> groups,
            boolean refused,
            Instant at) {
        Integer[] leaves = groups.stream().map(MiningGroup::leaf).toArray(Integer[]::new);
        long use = database.sql("""
                        insert into mining_use (model_id, audience_id, campaign_id, leaves, promised, sentences, people, used_by, used_at)
                        values (:model, :audience, :campaign, :leaves, :promised, :sentences, 0, :by, :at) returning id""")
                .param("model", modelId)
                .param("audience", audienceId)
                .param("campaign", campaignId, Types.BIGINT)
                .param("leaves", leaves)
                .param(
                        "promised",
                        groups.stream().map(group -> group.learned().value()).toArray(Double[]::new))
                .param("sentences", groups.stream().map(MiningGroup::sentence).toArray(String[]::new))
                .param("by", viewer.personId())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
        Scope scope = viewer.scope("customer");
        int people = database.sql("""
                        insert into mining_use_member (use_id, customer_id, leaf)
                        select :use, s.customer_id, s.leaf from mining_score s join customer r on r.id = s.customer_id
                        where s.model_id = :model and s.leaf = any(:leaves) and (:refused or not s.refused) and\s""" + scope.sql("r"))
                .param("use", use)
                .param("model", modelId)
                .param("leaves", leaves)
                .param("refused", refused)
                .params(scope.parameters())
                .update();
        database.sql("update mining_use set people = :people where id = :use")
                .param("people", people)
                .param("use", use)
                .update();
    }

    /** The latest first. */
    List<MiningUse> ofModel(long modelId) {
        return of("u.model_id", modelId);
    }

    List<MiningUse> ofAudience(long audienceId) {
        return of("u.audience_id", audienceId);
    }

    List<MiningUse> ofCampaign(long campaignId) {
        return of("u.campaign_id", campaignId);
    }

    private List<MiningUse> of(String column, long id) {
        return database.sql(SELECT + "where " + column + " = :id order by u.id desc limit 50")
                .param("id", id)
                .query(USE)
                .list();
    }

    Optional<MiningUse> find(long modelId, long id) {
        return database.sql(SELECT + "where u.model_id = :model and u.id = :id")
                .param("model", modelId)
                .param("id", id)
                .query(USE)
                .optional();
    }

    /** How many of a use are still there and seen by the viewer, by group. */
    Map<Integer, Long> counts(Viewer viewer, long id) {
        Map<Integer, Long> counts = new HashMap<>();
        Scope scope = viewer.scope("customer");
        database.sql(
                        "select m.leaf, count(*) as people from mining_use_member m join customer r on r.id = m.customer_id"
                                + " where m.use_id = :id and " + scope.sql("r") + " group by m.leaf")
                .param("id", id)
                .params(scope.parameters())
                .query(row -> {
                    counts.put(row.getInt("leaf"), row.getLong("people"));
                });
        return counts;
    }
}
