package org.triviumcrm.support.article;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.context.request.WebRequest;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.EditableFields;
import org.triviumcrm.shared.web.FieldForm;
import org.triviumcrm.shared.web.FieldForms;
import org.triviumcrm.shared.web.Part;

/** What is said about an article besides its words, edited on its page. */
@Controller
class ArticleFieldController {

    private static final String ONE = ArticleList.PATH + "/{id:\\d+}";

    private static final EditableFields FIELDS =
            EditableFields.of("articleCategoryId", "audience", "ownerId", "reviewOn");

    private final ArticleService articles;
    private final ArticleForms forms;
    private final FieldForms fields;

    ArticleFieldController(ArticleService articles, ArticleForms forms, FieldForms fields) {
        this.articles = articles;
        this.forms = forms;
        this.fields = fields;
    }

    @CanWriteArticles
    @GetMapping(ONE + "/fields/{field}")
    String edit(@PathVariable long id, @PathVariable String field, HtmxRequest htmx, Viewer viewer, Model model) {
        ArticlePage page = articles.page(viewer, id);
        of(page, field).show(model);
        return view(viewer, model, page, htmx);
    }

    @CanWriteArticles
    @PostMapping(ONE + "/fields/{field}")
    String update(
            @PathVariable long id,
            @PathVariable String field,
            WebRequest request,
            HttpServletResponse response,
            HtmxRequest htmx,
            Viewer viewer,
            Model model) {
        ArticlePage page = articles.page(viewer, id);
        FieldForm<SaveArticle> form = of(page, field).read(request);
        if (!form.errors().hasErrors()
                && field.equals("ownerId")
                && !articles.mayOwn(viewer, form.typed().ownerId())) {
            form.errors().rejectValue("ownerId", "support.article.error.owner");
        }
        if (!form.errors().hasErrors()) {
            try {
                articles.update(viewer, id, form.typed());
                return "redirect:" + ArticleList.PATH + "/" + id;
            } catch (WrongArticleState refused) {
                form.errors().rejectValue("audience", "support.article.error.publish");
            }
        }
        return form.rejected(model, response, view(viewer, model, page, htmx));
    }

    private FieldForm<SaveArticle> of(ArticlePage page, String field) {
        return fields.of("article", page.toInput(), FIELDS, field);
    }

    private String view(Viewer viewer, Model model, ArticlePage page, HtmxRequest htmx) {
        model.addAttribute("page", page);
        forms.fill(viewer, model, page.articleCategoryId(), page.ownerId());
        return Part.of(htmx, "support/article/field");
    }
}
