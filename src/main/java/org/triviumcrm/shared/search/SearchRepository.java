package org.triviumcrm.shared.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.shared.list.RowScope;

/**
 * Finds records in one statement a kind. Names that begin with the text come from a B-tree, whatever their number;
 * records that contain it come from the pieces. Two characters may stand in very many records: those that contain them are
 * not looked for when enough names begin with them or enough of the newest records have them. A longer text is always looked for everywhere, since a name may begin
 * with it in other characters (Zürich for zurich). Both are cut off at {@value #CAP} before they are put in order, so
 * that a text which occurs everywhere costs little more than a rare one.
 */
@Repository
class SearchRepository {

    static final int CAP = 200;

    /** Newest records looked at for two characters. */
    static final int SLICE = 3_000;

    private final JdbcClient jdbc;

    SearchRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<SearchHit> find(SearchTarget target, SearchWords words, RowScope scope, int limit) {
        Map<String, Object> parameters = new HashMap<>(scope.parameters());
        parameters.put("text", words.text());
        parameters.put("end", words.text() + Character.toString(Character.MAX_CODE_POINT));
        parameters.put("cap", CAP);
        parameters.put("slice", SLICE);
        parameters.put("limit", limit);
        for (int i = 0; i < words.words().size(); i++) {
            parameters.put("word" + i, words.words().get(i));
        }
        return jdbc.sql(sql(target, words, scope))
                .params(parameters)
                .query(SearchHit.class)
                .list();
    }

    private static String sql(SearchTarget target, SearchWords words, RowScope scope) {
        String own = " from " + target.table() + " r where " + scope.sql("r");
        String beginning = "lower(r.name) collate \"C\"";
        String begin = "select r.id" + own + " and " + beginning + " >= :text and " + beginning + " < :end order by "
                + beginning + ", r.id limit :cap";
        String found = "select id from beginning";
        String recent = "";
        if (words.isOnePair()) {
            recent = "recent as materialized (select r.id from (select * from " + target.table()
                    + " order by id desc limit :slice) r where " + scope.sql("r")
                    + " and position(:text in lower(r.name)) > 0 limit :cap), ";
            found += " union select id from recent";
        }
        if (words.hasPieces()) {
            String wanted = words.isOnePair()
                    ? " and (select count(*) from (select id from beginning union select id from recent) few) < :limit"
                    : "";
            String pieces = target.numbered() && words.areNumbers()
                    ? " and search_numbers(" + target.text() + ") @> search_numbers(:text)"
                    : " and r.search_pieces @> search_pieces(:text)";
            found += " union (select r.id" + own + wanted + pieces + contains(target, words) + " limit :cap)";
        }
        return "with beginning as materialized (" + begin + "), " + recent + "found as materialized (" + found
                + ") select r.id, r.name, " + target.note() + " as note from "
                + target.table() + " r " + target.joins()
                + " cross join lateral (select search_fold(r.name) as name offset 0) folded"
                + " where r.id in (select id from found)"
                + " order by folded.name <> :text, not starts_with(folded.name, :text),"
                + " position(' ' || :text in folded.name) = 0, position(:text in folded.name) = 0,"
                + " r.name, r.id limit :limit";
    }

    /** Each word stands in one of the searched texts: the pieces alone may come from different places. */
    private static String contains(SearchTarget target, SearchWords words) {
        String text = "search_fold(" + target.text() + ")";
        StringBuilder sql = new StringBuilder();
        for (int i = 0; i < words.words().size(); i++) {
            sql.append(" and position(:word")
                    .append(i)
                    .append(" in ")
                    .append(text)
                    .append(") > 0");
        }
        return sql.toString();
    }
}
