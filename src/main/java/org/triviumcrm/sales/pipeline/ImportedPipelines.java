package org.triviumcrm.sales.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.exchange.ImportContext;
import org.triviumcrm.shared.exchange.ImportEffect;
import org.triviumcrm.shared.exchange.ImportOption;
import org.triviumcrm.shared.exchange.ImportOption.Choice;
import org.triviumcrm.shared.exchange.ImportTarget.Preparation;
import org.triviumcrm.shared.exchange.RecordWriter;

/** The pipeline into which a file goes: one that is there, or a new one with the stages of the file. */
@Component
public class ImportedPipelines {

    public static final String OPTION = "pipeline";
    private static final String NEW = "new";

    private final JdbcClient database;
    private final RecordWriter writer;

    ImportedPipelines(JdbcClient database, RecordWriter writer) {
        this.database = database;
        this.writer = writer;
    }

    public ImportOption option() {
        List<Choice> choices = new ArrayList<>();
        choices.add(Choice.message(NEW, "exchange.target.opportunity.option.pipeline.new"));
        database.sql("select id, name from pipeline where active order by position, id")
                .query(row -> {
                    choices.add(Choice.named(row.getString(1), row.getString(2)));
                });
        boolean empty = database.sql("select not exists (select 1 from opportunity)")
                .query(Boolean.class)
                .single();
        return new ImportOption(
                OPTION,
                choices,
                empty || choices.size() == 1 ? NEW : choices.get(1).value());
    }

    /** Makes the pipeline if a new one is wanted. */
    public Preparation prepare(ImportContext context) {
        if (!context.option(OPTION).equals(NEW)) {
            return new Preparation(context.options(), List.of());
        }
        if (context.dry()) {
            return new Preparation(context.options(), List.of(new ImportEffect("pipeline", 0, 0, null)));
        }
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", freeName(context.source()));
        row.put(
                "position",
                database.sql("select coalesce(max(position), 0) + 1 from pipeline")
                        .query(Integer.class)
                        .single());
        row.put("active", true);
        long id = writer.insertRows(context, StageReference.PIPELINE, List.of(row))
                .get(0);
        Map<String, String> options = new LinkedHashMap<>(context.options());
        options.put(OPTION, String.valueOf(id));
        return new Preparation(options, List.of(new ImportEffect("pipeline", id, 0, null)));
    }

    /** {@code Sales pipeline} for a file sales_pipeline.csv, with a number behind it when that is taken. */
    private String freeName(String source) {
        String words = source.replaceAll("[_\\s]+", " ").strip();
        String base = words.isEmpty() ? "Pipeline" : words.substring(0, 1).toUpperCase() + words.substring(1);
        String name = base.substring(0, Math.min(90, base.length()));
        String candidate = name;
        for (int number = 2; taken(candidate); number++) {
            candidate = name + " " + number;
        }
        return candidate;
    }

    private boolean taken(String name) {
        return database.sql("select exists (select 1 from pipeline where lower(name) = lower(:name))")
                .param("name", name)
                .query(Boolean.class)
                .single();
    }
}
