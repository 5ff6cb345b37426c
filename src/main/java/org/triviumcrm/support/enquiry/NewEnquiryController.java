package org.triviumcrm.support.enquiry;

import jakarta.validation.Valid;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.shared.attachment.SentFile;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.shared.web.Option;
import org.triviumcrm.shared.web.Rejected;
import org.triviumcrm.support.category.ArticleLanguage;
import org.triviumcrm.support.desk.Question;
import org.triviumcrm.support.desk.Questions;
import org.triviumcrm.support.help.HelpService;
import org.triviumcrm.support.portal.PortalCustomer;
import org.triviumcrm.support.portal.PortalPage;
import org.triviumcrm.support.ticket.WrongTicketStatus;

/** A new ticket of a customer: what it is about, then the form with what is asked about that, and articles that may answer it at once. */
@Controller
@PortalPage
class NewEnquiryController {

    private static final String PATH = "/portal/tickets";
    private static final int SUGGESTIONS = 4;

    private final EnquiryWritingService writing;
    private final Questions questions;
    private final HelpService help;

    NewEnquiryController(EnquiryWritingService writing, Questions questions, HelpService help) {
        this.writing = writing;
        this.questions = questions;
        this.help = help;
    }

    /** Without a type the types are offered, where there are several. */
    @GetMapping(PATH + "/new")
    String blank(@RequestParam(required = false) @Nullable Long type, PortalCustomer me, Model model) {
        List<Option> types = writing.types(me);
        if (type == null && types.size() > 1) {
            model.addAttribute("types", types);
            return "support/enquiry/types";
        }
        Long chosen = type == null && types.size() == 1 ? (Long) types.get(0).value() : type;
        model.addAttribute("input", new OpenEnquiry(chosen, "", ""));
        return form(types, chosen, questions.of(EnquiryService.JOB, chosen, Map.of()), model);
    }

    @PostMapping(PATH)
    String open(
            @Valid @ModelAttribute("input") OpenEnquiry input,
            BindingResult errors,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            PortalCustomer me,
            WebRequest request,
            Model model,
            RedirectAttributes flash)
            throws IOException {
        List<Option> types = writing.types(me);
        requireOneOf(types, input.typeId());
        Questions.Answered answered = questions.read(EnquiryService.JOB, input.typeId(), Map.of(), request);
        List<SentFile> sent = EnquiryFiles.read(files, errors);
        if (!errors.hasErrors() && !answered.isWrong()) {
            try {
                long id = writing.open(me, input, answered.answers(), sent);
                flash.addFlashAttribute("notice", "support.enquiry.opened");
                return "redirect:" + PATH + "/" + id;
            } catch (WrongTicketStatus refused) {
                errors.reject(refused.key());
            }
        }
        return Rejected.with(form(types, input.typeId(), answered.questions(), model));
    }

    /** Nothing while there is no public site. */
    @GetMapping("/portal/suggestions")
    String suggestions(@RequestParam(required = false) @Nullable String q, PortalCustomer me, Model model) {
        ArticleLanguage language = ArticleLanguage.of(me.locale());
        try {
            model.addAttribute(
                    "found",
                    help.find(q == null ? "" : q, language).stream()
                            .limit(SUGGESTIONS)
                            .toList());
        } catch (NotFound closed) {
            model.addAttribute("found", List.of());
        }
        model.addAttribute("home", "/help/" + language.tag());
        return "support/enquiry/suggestions";
    }

    private static String form(List<Option> types, @Nullable Long type, List<Question> questions, Model model) {
        requireOneOf(types, type);
        model.addAttribute("questions", questions);
        model.addAttribute("several", types.size() > 1);
        model.addAttribute(
                "type",
                types.stream()
                        .filter(option -> option.value().equals(type))
                        .map(Option::text)
                        .findFirst()
                        .orElse(null));
        return "support/enquiry/new";
    }

    private static void requireOneOf(List<Option> types, @Nullable Long type) {
        if (type != null && types.stream().noneMatch(option -> option.value().equals(type))) {
            throw new NotFound();
        }
    }
}
