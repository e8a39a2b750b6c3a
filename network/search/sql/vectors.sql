-- Which stemmer reads a language, and which list of stop words its folded forms are read with.
-- Folded forms are made in network/search/folding.py; the dictionaries below keep them as they are.
CREATE TEXT SEARCH DICTIONARY search_forms_en (TEMPLATE = pg_catalog.simple, STOPWORDS = english);
CREATE TEXT SEARCH DICTIONARY search_forms_es (TEMPLATE = pg_catalog.simple, STOPWORDS = spanish);
CREATE TEXT SEARCH DICTIONARY search_forms_fr (TEMPLATE = pg_catalog.simple, STOPWORDS = french);
CREATE TEXT SEARCH DICTIONARY search_forms_pt (TEMPLATE = pg_catalog.simple, STOPWORDS = portuguese);

CREATE TEXT SEARCH CONFIGURATION search_forms_en (COPY = pg_catalog.simple);
CREATE TEXT SEARCH CONFIGURATION search_forms_es (COPY = pg_catalog.simple);
CREATE TEXT SEARCH CONFIGURATION search_forms_fr (COPY = pg_catalog.simple);
CREATE TEXT SEARCH CONFIGURATION search_forms_pt (COPY = pg_catalog.simple);
ALTER TEXT SEARCH CONFIGURATION search_forms_en
    ALTER MAPPING FOR asciiword, word, numword, asciihword, hword, numhword, hword_asciipart, hword_part, hword_numpart
    WITH search_forms_en;
ALTER TEXT SEARCH CONFIGURATION search_forms_es
    ALTER MAPPING FOR asciiword, word, numword, asciihword, hword, numhword, hword_asciipart, hword_part, hword_numpart
    WITH search_forms_es;
ALTER TEXT SEARCH CONFIGURATION search_forms_fr
    ALTER MAPPING FOR asciiword, word, numword, asciihword, hword, numhword, hword_asciipart, hword_part, hword_numpart
    WITH search_forms_fr;
ALTER TEXT SEARCH CONFIGURATION search_forms_pt
    ALTER MAPPING FOR asciiword, word, numword, asciihword, hword, numhword, hword_asciipart, hword_part, hword_numpart
    WITH search_forms_pt;

CREATE FUNCTION search_stems(language text) RETURNS regconfig
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE language
    WHEN 'es' THEN 'pg_catalog.spanish'::regconfig
    WHEN 'fr' THEN 'pg_catalog.french'::regconfig
    WHEN 'pt' THEN 'pg_catalog.portuguese'::regconfig
    ELSE 'pg_catalog.english'::regconfig
END;

CREATE FUNCTION search_forms(language text) RETURNS regconfig
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE language
    WHEN 'es' THEN 'search_forms_es'::regconfig
    WHEN 'fr' THEN 'search_forms_fr'::regconfig
    WHEN 'pt' THEN 'search_forms_pt'::regconfig
    ELSE 'search_forms_en'::regconfig
END;

-- The words of a text as they are found: stems of what is written, and folded forms, with a weight.
CREATE FUNCTION search_vector(language text, weight "char", written text, folded text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN setweight(to_tsvector(search_stems(language), written) || to_tsvector(search_forms(language), folded), weight);

-- What a reader's word meets in a language: its stem or its folded form; nothing for a stop word.
CREATE FUNCTION search_word_query(language text, written text, folded text) RETURNS tsquery
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN numnode(phraseto_tsquery(search_stems(language), written)) = 0 THEN ''::tsquery
    ELSE phraseto_tsquery(search_stems(language), written) || phraseto_tsquery(search_forms(language), folded)
END;
