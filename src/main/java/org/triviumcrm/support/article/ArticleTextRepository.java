package org.triviumcrm.support.article;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.triviumcrm.support.category.ArticleLanguage;

interface ArticleTextRepository extends JpaRepository<ArticleText, Long> {

    List<ArticleText> findByArticleId(long articleId);

    Optional<ArticleText> findByArticleIdAndLanguage(long articleId, ArticleLanguage language);
}
