package org.triviumcrm.sales.pipeline;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.exchange.ImportContext;
import org.triviumcrm.shared.exchange.ImportEffect;
import org.triviumcrm.shared.exchange.ImportTable;
import org.triviumcrm.shared.exchange.NamedReference;
import org.triviumcrm.shared.exchange.RecordWriter;
import org.triviumcrm.shared.exchange.TableColumns;

/** The stages of the pipeline chosen for a file; those of the file that are missing may be created. */
@Component
class StageReference extends NamedReference {

    static final ImportTable PIPELINE = new ImportTable("pipeline", "pipeline", "name", null, false, List.of(), null);
    static final ImportTable STAGE = new ImportTable("stage", "stage", "name", null, false, List.of(), null);

    private static final String OPEN = "OPEN";
    private static final String WON = "WON";
    private static final String LOST = "LOST";
    /** Words of stages in the order in which deals usually pass them. */
    private static final List<List<String>> ORDER = List.of(
            List.of("prospect", "lead", "new", "inquiry", "target", "潜在", "线索", "初步", "意向"),
            List.of("qualif", "contact", "discover", "确认", "接触", "资格"),
            List.of("engag", "need", "analysis", "demo", "跟进", "需求", "演示"),
            List.of("propos", "quote", "bid", "tender", "方案", "报价", "投标"),
            List.of("negotiat", "review", "谈判", "商务"),
            List.of("commit", "contract", "clos", "合同", "签约"));

    private final RecordWriter writer;

    StageReference(JdbcClient database, TableColumns columns, RecordWriter writer) {
        super(database, columns, "stage", STAGE);
        this.writer = writer;
    }

    @Override
    public List<ImportTable> tables() {
        return List.of(PIPELINE, STAGE);
    }

    @Override
    protected String condition(ImportContext context) {
        String pipeline = context.option("pipeline");
        return "t.pipeline_id = " + (pipeline.matches("\\d+") ? pipeline : "0");
    }

    @Override
    public boolean creatable() {
        return true;
    }

    @Override
    public boolean createsByDefault() {
        return true;
    }

    @Override
    public List<String> kinds() {
        return List.of(OPEN, WON, LOST);
    }

    @Override
    public String kind(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        if (matches(word, "won", "win", "success", "赢", "成交", "成功")) {
            return WON;
        }
        return matches(word, "lost", "lose", "dead", "cancel", "输", "失败", "丢", "流失") ? LOST : OPEN;
    }

    private static boolean matches(String word, String... parts) {
        return List.of(parts).stream().anyMatch(word::contains);
    }

    /** Open stages come in the order in which deals usually pass them, behind those that are there; then won, then lost. */
    @Override
    public Map<String, ImportEffect> create(Map<String, String> kindsByName, ImportContext context) {
        long pipeline = Long.parseLong(context.option("pipeline"));
        List<String> names = new ArrayList<>(kindsByName.keySet());
        names.sort(Comparator.comparing((String name) -> kinds().indexOf(kindsByName.get(name)))
                .thenComparing(StageReference::place));
        int open = (int) kindsByName.values().stream().filter(OPEN::equals).count();
        int position = behindOpenOnes(pipeline, open, context);
        int end = database.sql("select coalesce(max(position), 0) from stage where pipeline_id = :pipeline")
                .param("pipeline", pipeline)
                .query(Integer.class)
                .single();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int at = 0; at < names.size(); at++) {
            String kind = kindsByName.getOrDefault(names.get(at), OPEN);
            int place = at < open ? position + at + 1 : Math.max(position + open, end) + at - open + 1;
            rows.add(row(names.get(at), pipeline, place, kind, at + 1, open));
        }
        List<Long> ids = writer.insertRows(context, STAGE, rows);
        Map<String, ImportEffect> made = new LinkedHashMap<>();
        for (int at = 0; at < names.size(); at++) {
            made.put(names.get(at), new ImportEffect("stage", ids.get(at), 0, null));
        }
        return made;
    }

    /** Makes room for some behind the last open stage; won and lost ones stay at the end. */
    private int behindOpenOnes(long pipeline, int open, ImportContext context) {
        if (open > 0) {
            List<Long> moved = database.sql(
                            "update stage set position = position + :open, version = version + 1 where pipeline_id = :pipeline and kind <> 'OPEN' returning id")
                    .param("open", open)
                    .param("pipeline", pipeline)
                    .query(Long.class)
                    .list();
            writer.history("stage", moved, 1, context.revision());
        }
        return database.sql(
                        "select coalesce(max(position), 0) from stage where pipeline_id = :pipeline and kind = 'OPEN'")
                .param("pipeline", pipeline)
                .query(Integer.class)
                .single();
    }

    private static Map<String, Object> row(String name, long pipeline, int position, String kind, int place, int open) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", name);
        row.put("pipeline_id", pipeline);
        row.put("position", position);
        row.put("kind", kind);
        row.put("probability", kind.equals(OPEN) ? 100 * place / (open + 1) : kind.equals(WON) ? 100 : 0);
        row.put("expected_days", kind.equals(OPEN) ? 30 : 0);
        row.put("conversion", BigDecimal.valueOf(50));
        row.put("basis", "MEASURED");
        return row;
    }

    private static int place(String name) {
        String word = name.toLowerCase(Locale.ROOT);
        for (int at = 0; at < ORDER.size(); at++) {
            if (ORDER.get(at).stream().anyMatch(word::contains)) {
                return at;
            }
        }
        return ORDER.size() / 2;
    }
}
