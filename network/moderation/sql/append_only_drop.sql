DROP FUNCTION moderation_refuse CASCADE;
