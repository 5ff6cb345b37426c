package org.triviumcrm.support.article;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.support.category.ArticleLanguage;
import org.triviumcrm.support.category.CategoryService;

/** What the fields of an article need to be shown. */
@Component
class ArticleForms {

    private final CategoryService categories;
    private final People people;

    ArticleForms(CategoryService categories, People people) {
        this.categories = categories;
        this.people = people;
    }

    void fill(Viewer viewer, Model model, @Nullable Long categoryId, @Nullable Long ownerId) {
        model.addAttribute("categories", categories.choices(viewer, categoryId));
        model.addAttribute("audiences", ArticleAudience.values());
        model.addAttribute("languages", ArticleLanguage.values());
        model.addAttribute(
                "ownerName",
                ownerId == null
                        ? null
                        : people.find(ownerId).map(PersonRef::name).orElse(null));
    }
}
