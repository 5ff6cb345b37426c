package org.triviumcrm.support.article;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.query.Param;
import org.triviumcrm.support.category.ArticleLanguage;

interface ArticleTextRepository extends JpaRepository<ArticleText, Long> {

    List<ArticleText> findByArticleId(long articleId);

    Optional<ArticleText> findByArticleIdAndLanguage(long articleId, ArticleLanguage language);

    /** Whether readers have ever had it, in some language. */
    @Query(nativeQuery = true, value = """
                    select exists (select 1 from article_text t join article_text_aud a on a.id = t.id where t.article_id = :article and a.state = 'PUBLISHED')""")
    boolean wasPublished(@Param("article") long articleId);
}
