package org.triviumcrm.survey.sheet;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Company;
import org.triviumcrm.shared.attachment.AttachmentKind;
import org.triviumcrm.shared.attachment.RefusedFile;
import org.triviumcrm.shared.attachment.SentFile;
import org.triviumcrm.survey.question.Question;
import org.triviumcrm.survey.question.QuestionKind;
import org.triviumcrm.survey.survey.SurveyLanguage;

/** What the pages of a survey show. */
@Component
class SheetPages {

    /** A field that nobody sees: whoever fills it in is a machine. */
    private static final String TRAP = "website";

    private static final String ANSWER = "q\\d+(r\\d+)?";

    private final SheetService sheets;
    private final Companies companies;

    SheetPages(SheetService sheets, Companies companies) {
        this.sheets = sheets;
        this.companies = companies;
    }

    /** An answer that was given on another page, sent along with this one. */
    public record Hidden(String name, String value) {}

    static boolean isTrapped(MultiValueMap<String, String> sent) {
        return !Objects.requireNonNullElse(sent.getFirst(TRAP), "").isEmpty();
    }

    /** What stands around all of them. */
    void shell(OpenedSurvey opened, SurveyLanguage language, Function<SurveyLanguage, String> address, Model model) {
        model.addAttribute("company", companies.current().map(Company::name).orElse(""));
        model.addAttribute("title", opened.survey().title(language));
        model.addAttribute("here", language);
        model.addAttribute("languages", opened.survey().languages());
        model.addAttribute(
                "addresses",
                Arrays.stream(SurveyLanguage.values()).collect(Collectors.toMap(Function.identity(), address)));
    }

    /** The same where there is no survey to speak of. */
    void bare(HttpServletRequest request, Locale locale, Model model) {
        model.addAttribute("company", companies.current().map(Company::name).orElse(""));
        model.addAttribute("here", SurveyLanguage.of(locale.getLanguage()).orElse(SurveyLanguage.EN));
        model.addAttribute("languages", List.of());
    }

    Sheet sheet(OpenedSurvey opened, MultiValueMap<String, String> sent) {
        Map<String, Optional<Long>> files = new HashMap<>();
        for (Question question : opened.questions()) {
            String named = sent.getFirst(AnswerReader.field(question));
            if (question.getKind() == QuestionKind.FILE && named != null && !named.isEmpty()) {
                files.put(named, sheets.file(question, named));
            }
        }
        return new Sheet(opened.questions(), sent, named -> files.getOrDefault(named, Optional.empty()));
    }

    /**
     * Looks at the files that came with a page; what names them takes the place of the answer.
     *
     * @param keep keeps a file of a question and says what names it
     * @return what is wrong with some, as message keys by question
     */
    Map<Long, String> takeFiles(
            OpenedSurvey opened,
            MultiValueMap<String, String> sent,
            HttpServletRequest request,
            BiFunction<Question, SentFile, String> keep) {
        Map<Long, String> refused = new HashMap<>();
        MultipartHttpServletRequest parts = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        if (parts != null) {
            for (Question question : opened.questions()) {
                MultipartFile file = parts.getFile("f" + question.getId());
                String name = file == null ? null : file.getOriginalFilename();
                if (question.getKind() == QuestionKind.FILE && file != null && name != null && !name.isEmpty()) {
                    try {
                        SentFile checked = SentFile.of(name, file.getSize(), file.getInputStream());
                        sent.set(AnswerReader.field(question), keep.apply(question, checked));
                    } catch (RefusedFile e) {
                        refused.put(question.getId(), e.key());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            }
        }
        return refused;
    }

    String page(
            OpenedSurvey opened,
            SurveyLanguage language,
            SheetTurn turn,
            MultiValueMap<String, String> sent,
            Map<Long, String> refused,
            Model model) {
        Sheet sheet = turn.sheet();
        List<Question> shown = sheet.on(turn.page());
        Map<Long, String> files = fileNames(sheet);
        List<QuestionView> views = new ArrayList<>();
        for (Question question : shown) {
            long id = question.getId();
            String error =
                    turn.wrong() ? refused.getOrDefault(id, sheet.errors().get(id)) : null;
            views.add(QuestionView.of(question, language, sent, files.get(id), error));
        }
        model.addAttribute("questions", views);
        model.addAttribute("hidden", hidden(opened, shown, sent));
        model.addAttribute("page", turn.page());
        model.addAttribute("last", sheet.isLast(turn.page()));
        model.addAttribute("intro", turn.page() == 0 ? opened.survey().intro(language) : null);
        model.addAttribute("wrong", turn.wrong());
        model.addAttribute("endings", AttachmentKind.endings());
        model.addAttribute("multipart", shown.stream().anyMatch(one -> one.getKind() == QuestionKind.FILE));
        return "survey/sheet/page";
    }

    private Map<Long, String> fileNames(Sheet sheet) {
        Map<Long, Long> files = new HashMap<>();
        sheet.kept().forEach((question, answer) -> {
            if (answer.fileId() != null) {
                files.put(question.getId(), answer.fileId());
            }
        });
        Map<Long, String> names = sheets.fileNames(files.values());
        Map<Long, String> byQuestion = new HashMap<>();
        files.forEach((question, file) -> {
            String name = names.get(file);
            if (name != null) {
                byQuestion.put(question, name);
            }
        });
        return byQuestion;
    }

    private static List<Hidden> hidden(OpenedSurvey opened, List<Question> shown, MultiValueMap<String, String> sent) {
        Set<String> asked = opened.questions().stream().map(AnswerReader::field).collect(Collectors.toSet());
        Set<String> visible = shown.stream()
                .filter(question -> question.getKind() != QuestionKind.FILE)
                .map(AnswerReader::field)
                .collect(Collectors.toSet());
        List<Hidden> hidden = new ArrayList<>();
        sent.forEach((name, values) -> {
            String question = name.replaceAll("r\\d+$", "");
            if (name.matches(ANSWER) && asked.contains(question) && !visible.contains(question)) {
                values.forEach(value -> hidden.add(new Hidden(name, value)));
            }
        });
        return hidden;
    }
}
