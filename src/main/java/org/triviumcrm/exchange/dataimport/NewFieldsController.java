package org.triviumcrm.exchange.dataimport;

import jakarta.validation.Valid;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.customer.FieldKind;
import org.triviumcrm.exchange.CanImport;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Rejected;

/** The step aside from the columns of a file: those that fit no field become fields. */
@Controller
class NewFieldsController {

    private static final List<FieldKind> KINDS = Stream.of(FieldKind.values())
            .filter(kind -> kind != FieldKind.RECORD)
            .toList();

    private final NewFieldsService fields;

    NewFieldsController(NewFieldsService fields) {
        this.fields = fields;
    }

    @CanImport
    @GetMapping("/imports/{id}/fields")
    String ask(@PathVariable long id, Viewer viewer, Model model) {
        NewFieldsService.Page page = fields.page(viewer, id);
        model.addAttribute("form", page.proposed());
        return page(page, model);
    }

    private static String page(NewFieldsService.Page page, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("kinds", KINDS);
        return "exchange/dataimport/fields";
    }

    @CanImport
    @PostMapping("/imports/{id}/fields")
    String make(
            @PathVariable long id,
            @Valid @ModelAttribute("form") MakeFields input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        int wanted = 0;
        for (int at = 0; at < input.getColumns().size(); at++) {
            MakeFields.Column column = input.getColumns().get(at);
            if (column.isMade() && column.getName() == null) {
                errors.rejectValue("columns[" + at + "].name", "exchange.fields.error.name");
            } else if (column.isMade() && column.getKind() == FieldKind.RECORD) {
                errors.rejectValue("columns[" + at + "].kind", "form.choose");
            }
            wanted += column.isMade() ? 1 : 0;
        }
        NewFieldsService.Page page = fields.page(viewer, id);
        if (wanted == 0) {
            errors.reject("exchange.fields.none");
        } else if (wanted > page.room()) {
            errors.reject("exchange.fields.many", new Object[] {page.room()}, null);
        }
        if (errors.hasErrors()) {
            return Rejected.with(page(page, model));
        }
        flash.addFlashAttribute("notice", "exchange.fields.made");
        fields.make(viewer, id, input);
        return "redirect:/imports/" + id + "/columns";
    }
}
