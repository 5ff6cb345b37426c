package org.triviumcrm.exchange.dataimport;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Locale;
import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.exchange.CanImport;
import org.triviumcrm.exchange.file.FileFormat;
import org.triviumcrm.exchange.file.UnreadableFile;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Rejected;

/** The steps between the upload and the start: how the file is read, its columns, its unknown texts. */
@Controller
class ImportStepController {

    private final ImportService imports;
    private final QuestionService questions;
    private final MappingView mapping;
    private final NewFieldsService fields;
    private final MessageSource messages;

    ImportStepController(
            ImportService imports,
            QuestionService questions,
            MappingView mapping,
            NewFieldsService fields,
            MessageSource messages) {
        this.fields = fields;
        this.messages = messages;
        this.imports = imports;
        this.questions = questions;
        this.mapping = mapping;
    }

    /** In these forms an empty text is a choice of its own: no quotes, no field, no fixed value. */
    @InitBinder
    void keepEmptyTexts(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(false));
    }

    @GetMapping("/imports/{id}/columns")
    String columns(@PathVariable long id, Viewer viewer, Model model) {
        MappingView.Page page = mapping.page(viewer, id);
        MapColumns form = MapColumns.of(page.file().plan());
        model.addAttribute("form", form);
        return columns(viewer, page, form, model);
    }

    private String columns(Viewer viewer, MappingView.Page page, MapColumns form, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("offered", fields.offered(viewer, page.file()));
        model.addAttribute("found", mapping.found(viewer, page.file().id(), form));
        model.addAttribute("format", ChangeFormat.of(page.file().format()));
        model.addAttribute("encodings", FileFormat.ENCODINGS);
        model.addAttribute("delimiters", FileFormat.DELIMITERS);
        model.addAttribute("quotes", FileFormat.QUOTES);
        model.addAttribute("orders", FileFormat.DateOrder.values());
        return "exchange/dataimport/columns";
    }

    @CanImport
    @PostMapping("/imports/{id}/format")
    String format(@PathVariable long id, @Valid ChangeFormat input, Viewer viewer, RedirectAttributes flash) {
        try {
            imports.changeFormat(viewer, id, input);
        } catch (UnreadableFile e) {
            flash.addFlashAttribute("problem", e.messageKey());
        }
        return "redirect:/imports/" + id + "/columns";
    }

    @CanImport
    @PostMapping("/imports/{id}/columns")
    String map(
            @PathVariable long id,
            @Valid @ModelAttribute("form") MapColumns input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        if (input.claimedTwice().isPresent()) {
            errors.reject("exchange.import.columns.twice");
        }
        MappingView.Page page = mapping.page(viewer, id);
        for (MappingView.Problem problem : mapping.problems(viewer, id, input)) {
            String label = "exchange.target." + page.target().key() + "." + problem.field();
            String name = messages.getMessage(label, null, problem.field(), locale);
            errors.rejectValue(problem.path(), problem.messageKey(), new Object[] {name, problem.text()}, null);
        }
        if (!errors.hasErrors()) {
            try {
                imports.map(viewer, id, input);
                return "redirect:/imports/" + id;
            } catch (NothingFits refusal) {
                refusal.tell(errors);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return columns(viewer, page, input, model);
    }

    /** Keeps what has been chosen so far, and goes on to fields for the columns that fit none. */
    @CanImport
    @PostMapping("/imports/{id}/columns/kept")
    String keep(
            @PathVariable long id,
            @Valid @ModelAttribute("form") MapColumns input,
            BindingResult errors,
            Viewer viewer) {
        if (!errors.hasErrors()) {
            imports.keep(viewer, id, input);
        }
        return "redirect:/imports/" + id + "/fields";
    }

    @GetMapping("/imports/{id}/questions")
    String questions(@PathVariable long id, Viewer viewer, Model model) {
        model.addAttribute("form", new AnswerValues());
        return asked(id, viewer, model);
    }

    private String asked(long id, Viewer viewer, Model model) {
        model.addAttribute("questions", questions.questions(viewer, id));
        model.addAttribute("file", imports.find(viewer, id));
        return "exchange/dataimport/questions";
    }

    @CanImport
    @PostMapping("/imports/{id}/questions")
    String answer(
            @PathVariable long id,
            @Valid @ModelAttribute("form") AnswerValues input,
            BindingResult errors,
            Viewer viewer,
            Model model) {
        if (!errors.hasErrors()) {
            questions
                    .unknown(viewer, id, input)
                    .forEach(at -> errors.rejectValue("answers[" + at + "].choice", "form.choose"));
        }
        if (errors.hasErrors()) {
            return Rejected.with(asked(id, viewer, model));
        }
        questions.answer(viewer, id, input);
        return "redirect:/imports/" + id;
    }
}
