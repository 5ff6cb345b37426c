package org.triviumcrm.exchange.dataimport;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.boot.test.context.TestComponent;
import org.triviumcrm.identity.Viewer;

/** Imports files the way the pages do: every question is answered as proposed. */
@TestComponent
public class MoveIn {

    private final ImportService imports;
    private final QuestionService questions;
    private final ImportRunner runner;
    private final NewFieldsService fields;

    public MoveIn(ImportService imports, QuestionService questions, ImportRunner runner, NewFieldsService fields) {
        this.imports = imports;
        this.questions = questions;
        this.runner = runner;
        this.fields = fields;
    }

    /**
     * A file whose columns that fit none become fields.
     *
     * @param own the place of a column, from 0, that becomes one as well, though it fits
     * @return how many rows came in
     */
    public long withFields(Viewer viewer, String target, byte[] file, int own) {
        long id = imports.start(viewer, target, "file.csv", new ByteArrayInputStream(file));
        MapColumns form = MapColumns.of(imports.find(viewer, id).plan());
        form.getColumns().get(own).setField("");
        imports.keep(viewer, id, form);
        fields.make(viewer, id, fields.page(viewer, id).proposed());
        return Objects.requireNonNull(finish(viewer, ready(viewer, id)).summary())
                .createdCount();
    }

    /** All four files of the sample company. */
    void all(Viewer viewer) {
        resource(viewer, "person", "sales_teams.csv");
        resource(viewer, "product", "products.csv");
        resource(viewer, "customer", "accounts.csv");
        resource(viewer, "opportunity", "sales_pipeline.csv");
    }

    DataImport resource(Viewer viewer, String target, String name) {
        return finish(viewer, ready(viewer, upload(viewer, target, name)));
    }

    DataImport text(Viewer viewer, String target, String content) {
        return finish(viewer, checked(viewer, target, content));
    }

    /** Up to the summary of the trial. */
    long checked(Viewer viewer, String target, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return ready(viewer, imports.start(viewer, target, "file.csv", new ByteArrayInputStream(bytes)));
    }

    long upload(Viewer viewer, String target, String name) {
        try (InputStream file =
                Objects.requireNonNull(getClass().getResourceAsStream("/crm_sales_opportunities/" + name))) {
            return imports.start(viewer, target, name, file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    long ready(Viewer viewer, long id) {
        imports.map(viewer, id, MapColumns.of(imports.find(viewer, id).plan()));
        runner.run(id);
        if (imports.find(viewer, id).state() == ImportState.QUESTIONS) {
            questions.answer(viewer, id, asProposed(viewer, id));
            runner.run(id);
        }
        return id;
    }

    void toQuestions(Viewer viewer, long id) {
        imports.map(viewer, id, MapColumns.of(imports.find(viewer, id).plan()));
        runner.run(id);
    }

    AnswerValues asProposed(Viewer viewer, long id) {
        AnswerValues answers = new AnswerValues();
        for (QuestionService.Questions asked : questions.questions(viewer, id)) {
            for (ValueAnswer value : asked.values()) {
                AnswerValues.Answer answer = new AnswerValues.Answer();
                answer.setField(value.field());
                answer.setValue(value.value());
                answer.setChoice(asked.choice(value));
                answers.getAnswers().add(answer);
            }
        }
        return answers;
    }

    DataImport finish(Viewer viewer, long id) {
        imports.run(viewer, id);
        runner.run(id);
        return imports.find(viewer, id);
    }

    DataImport undo(Viewer viewer, long id) {
        imports.undo(viewer, id);
        runner.run(id);
        return imports.find(viewer, id);
    }
}
