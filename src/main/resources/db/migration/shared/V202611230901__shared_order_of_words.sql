-- The order of texts in lists: Latin letters without regard to case and accents first, then Chinese by pinyin, numbers
-- by value ("Item 2" before "Item 10"). A server built without ICU sorts by code points.
DO
$$
    BEGIN
        CREATE COLLATION trivium_words (PROVIDER = icu, LOCALE = 'zh-u-kn-kr-latn-hani');
    EXCEPTION
        WHEN feature_not_supported THEN CREATE COLLATION trivium_words FROM "C";
    END
$$;
