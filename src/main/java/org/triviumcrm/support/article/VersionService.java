package org.triviumcrm.support.article;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.support.category.ArticleLanguage;

/** What the words of articles once were. */
@Service
public class VersionService {

    private final ArticleTextService texts;
    private final VersionRepository versions;

    VersionService(ArticleTextService texts, VersionRepository versions) {
        this.texts = texts;
        this.versions = versions;
    }

    /** The latest first. @throws NotFound when it is not written in this language */
    @CanWriteArticles
    @Transactional(readOnly = true)
    public List<ArticleVersion> of(Viewer viewer, long articleId, ArticleLanguage language) {
        ArticleText text = texts.find(viewer, articleId, language);
        if (text == null) {
            throw new NotFound();
        }
        List<ArticleVersion> kept = versions.of(text.getId());
        return kept.isEmpty() ? List.of(ArticleVersion.only(text)) : kept;
    }

    /** Its words become what is worked on; readers get them once they are published. */
    @CanWriteArticles
    @Transactional
    public void restore(Viewer viewer, long articleId, ArticleLanguage language, long revision) {
        ArticleVersion version = of(viewer, articleId, language).stream()
                .filter(one -> one.revision() == revision)
                .findFirst()
                .orElseThrow(NotFound::new);
        ArticleText text = texts.find(viewer, articleId, language);
        if (text != null) {
            SaveText words = new SaveText(version.title(), version.body(), false, text.getVersion());
            texts.write(viewer, articleId, language, words);
        }
    }
}
